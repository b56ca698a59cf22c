//! Finding programs.

use std::path::{Path, PathBuf};

use crate::environment;

pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = environment::read("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
}

pub fn has_program(name: &str) -> bool {
    find_program(name).is_some()
}

/// PATH with our own folder in front.
pub fn path_starting_with(folder: &Path) -> String {
    format!("{}:{}", folder.display(), environment::read("PATH").unwrap_or_default())
}

pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}
