//! Cargo, as a child.

use std::process::Command;

use crate::fault::Outcome;
use crate::process::command::guarded;
use crate::process::run::run;
use crate::workspace::Workspace;

/// A cargo that sees the environment of the person who typed, not what `cargo run` added for us.
pub fn cargo(workspace: &Workspace) -> Command {
    let mut command = guarded("cargo");
    command.current_dir(&workspace.root);
    for (name, _) in std::env::vars_os() {
        let lossy = name.to_string_lossy();
        if lossy.starts_with("CARGO_PKG_") || lossy.starts_with("CARGO_MANIFEST_") || lossy == "CARGO" {
            command.env_remove(&name);
        }
    }
    command
}

/// Which packages cargo unifies features over. Building after tests of the whole workspace, a build
/// of one package alone would compile half of the dependencies a second time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Server,
    Workspace,
}

pub fn build_server(workspace: &Workspace, binaries: &[&str], release: bool, scope: Scope) -> Outcome {
    run("building the server", &mut server_build(workspace, binaries, release, scope))
}

/// As [`build_server`], for callers with something to add.
pub fn server_build(workspace: &Workspace, binaries: &[&str], release: bool, scope: Scope) -> Command {
    let mut command = cargo(workspace);
    command.arg("build");
    match scope {
        Scope::Server => command.args(["--package", "server"]),
        Scope::Workspace => command.arg("--workspace"),
    };
    for binary in binaries {
        command.args(["--bin", binary]);
    }
    if release {
        command.arg("--release");
    }
    command
}

pub fn binary(workspace: &Workspace, name: &str, release: bool) -> std::path::PathBuf {
    workspace.target.join(if release { "release" } else { "debug" }).join(name)
}
