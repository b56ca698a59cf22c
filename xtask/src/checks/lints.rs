//! Everything that is checked without running a test.

use std::process::Command;

use crate::fault::Outcome;
use crate::process::command::guarded;
use crate::process::run::run;
use crate::site::modules;
use crate::tools::cargo::cargo;
use crate::tools::cargo_deny;
use crate::tools::wasm_target::WASM_TARGET;
use crate::workspace::Workspace;

pub fn check_format(workspace: &Workspace) -> Outcome {
    run("cargo fmt --check (to repair: cargo fmt)", cargo(workspace).args(["fmt", "--all", "--check"]))
}

/// The front end and its modules know nothing of a browser on the host, so this never turns `ssr` and `hydrate` on together.
pub fn check_clippy(workspace: &Workspace) -> Outcome {
    run("clippy", deny_warnings(cargo(workspace).args(["clippy", "--workspace", "--all-targets"])))
}

pub fn check_clippy_for_wasm(workspace: &Workspace) -> Outcome {
    let mut command = cargo(workspace);
    command.arg("clippy").args(modules::packages()).args(["--target", WASM_TARGET]);
    run("clippy over the front end", deny_warnings(&mut command))
}

fn deny_warnings(command: &mut Command) -> &mut Command {
    command.args(["--", "-D", "warnings"])
}

/// Advisories are left out: their database comes from a place a build must not depend on.
pub fn check_dependencies(workspace: &Workspace) -> Outcome {
    let program = cargo_deny::find_or_install(workspace)?;
    let mut command = guarded(program);
    command.args(["--log-level", "error", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]);
    run("cargo deny", command.current_dir(&workspace.root))
}
