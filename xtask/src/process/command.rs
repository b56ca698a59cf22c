//! Commands that die with us.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use super::lookup::has_program;

/// Set during a test run: the folder by which its processes are recognised, and where their temporary files go.
static MARK: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();

pub fn mark_with(folder: &Path, temporary: &Path) {
    // A second mark would be a second test run in one process, which does not exist.
    let _ = MARK.set((folder.into(), temporary.into()));
}

/// An unprivileged user to run a program as, when we are root and the program refuses to be.
#[derive(Clone, Copy)]
pub struct User {
    pub uid: u32,
    pub gid: u32,
}

/// A command in a process group of its own, killed by the kernel when we are gone.
///
/// The kernel ties this to the *thread* that starts the command: start commands on the main thread only.
pub fn guarded(program: impl AsRef<OsStr>) -> Command {
    guarded_with(program, "KILL", None)
}

/// As [`guarded`], with the signal it gets when we are gone and the user it runs as.
pub fn guarded_with(program: impl AsRef<OsStr>, parting_signal: &str, user: Option<User>) -> Command {
    let mut command = if has_program("setpriv") {
        let mut setpriv = Command::new("setpriv");
        setpriv.args(["--pdeathsig", parting_signal]);
        if let Some(User { uid, gid }) = user {
            setpriv.arg(format!("--reuid={uid}")).arg(format!("--regid={gid}")).arg("--clear-groups");
        }
        setpriv.arg("--").arg(program);
        setpriv
    } else {
        Command::new(program)
    };
    // Its own group: Ctrl-C reaches us alone, and we decide in which order things end.
    command.process_group(0).stdin(Stdio::null());
    if let Some((folder, temporary)) = MARK.get() {
        command.env("FOYER_RIG", folder).env("TMPDIR", temporary);
    }
    command
}
