//! The temporary folder, and the janitor who removes it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::fault::{Explain, Outcome, fail};
use crate::process::{command, orphans};
use crate::workspace::make_folder;

pub const NAME_PREFIX: &str = "foyer-rig-";

pub struct RigFolder {
    path: PathBuf,
    janitor: Child,
}

impl RigFolder {
    /// Makes the folder; from here on every command carries its path, so that the janitor can tell what is ours.
    pub fn make() -> Outcome<Self> {
        let path = make_unique()?;
        orphans::adopt();
        let janitor = call_janitor(&path)?;
        let folder = Self { path, janitor };
        let temporary = folder.path.join("tmp");
        make_folder(&temporary)?;
        // PostgreSQL runs as somebody else and wants to write here, too.
        fs::set_permissions(&temporary, fs::Permissions::from_mode(0o1777))
            .explain(|| format!("cannot open {} to all users", temporary.display()))?;
        command::mark_with(&folder.path, &temporary);
        Ok(folder)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Sends the janitor in and waits until everything is gone.
    pub fn clean_up(mut self) -> Outcome {
        drop(self.janitor.stdin.take());
        let status = self.janitor.wait().explain(|| "cannot wait for the janitor".into())?;
        orphans::bury();
        if status.success() && !self.path.exists() {
            return Ok(());
        }
        fail(format!("could not remove everything in {}", self.path.display()))
    }
}

fn make_unique() -> Outcome<PathBuf> {
    for attempt in 0..100 {
        let path = std::env::temp_dir().join(format!("{NAME_PREFIX}{}-{attempt}", std::process::id()));
        match fs::create_dir(&path) {
            Ok(()) => return Ok(path),
            Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(cause) => return Err(cause).explain(|| format!("cannot make {}", path.display())),
        }
    }
    fail(format!("{} is full of old test folders", std::env::temp_dir().display()))
}

/// The janitor holds the other end of a pipe. However we end, the pipe closes, and it sets to work.
fn call_janitor(folder: &Path) -> Outcome<Child> {
    let ourselves = std::env::current_exe().explain(|| "cannot find the program that is running".into())?;
    Command::new(ourselves)
        .arg("janitor")
        .arg(folder)
        // Ctrl-C is not for the janitor.
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .explain(|| "cannot start the janitor".into())
}
