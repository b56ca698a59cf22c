//! cargo-deny: the check of licences, banned crates and sources.

use std::path::PathBuf;

use super::cargo::cargo;
use crate::fault::Outcome;
use crate::process::lookup::find_program;
use crate::process::run::run;
use crate::steps::remark;
use crate::workspace::Workspace;

const VERSION: &str = "0.20.2";

/// The one on PATH, or our own, compiled once (about two minutes on two cores).
pub fn find_or_install(workspace: &Workspace) -> Outcome<PathBuf> {
    let own = workspace.tools().join(format!("cargo-deny-{VERSION}"));
    if let Some(program) = find_program("cargo-deny") {
        return Ok(program);
    }
    let program = own.join("bin/cargo-deny");
    if !program.is_file() {
        remark(&format!("cargo-deny is not installed; compiling {VERSION} once"));
        let mut install = cargo(workspace);
        install.args(["install", "cargo-deny", "--version", VERSION, "--locked", "--root"]).arg(&own);
        // Neither our flags nor our target folder: it is somebody else's program.
        install.env_remove("CARGO_TARGET_DIR").current_dir(std::env::temp_dir());
        run("installing cargo-deny", &mut install)?;
    }
    Ok(program)
}
