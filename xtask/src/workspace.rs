//! Where things lie: the sources, what is built from them, and the tools fetched to build them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::environment;
use crate::fault::{Explain, Outcome, fail};

pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Workspace {
    pub fn find() -> Outcome<Self> {
        let root = find_root()?;
        let target = match environment::path("CARGO_TARGET_DIR") {
            Some(folder) => std::path::absolute(folder).explain(|| "CARGO_TARGET_DIR is not a usable path".into())?,
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// Programs we fetched ourselves: wasm-opt, cargo-deny, a newer Node.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Results kept by the hash of what they were made from.
    pub fn cache(&self) -> PathBuf {
        self.target.join("site-cache")
    }

    pub fn site(&self, flavour: Flavour) -> PathBuf {
        match flavour {
            Flavour::Release => self.target.join("site"),
            Flavour::Dev => self.target.join("site-dev"),
        }
    }
}

/// Found while running, not while compiling: two clones that share a target folder share this program, too.
fn find_root() -> Outcome<PathBuf> {
    let here = std::env::current_dir().explain(|| "there is no current folder".into())?;
    let manifest_folder = environment::path("CARGO_MANIFEST_DIR");
    let start = manifest_folder.as_deref().unwrap_or(&here);
    match start.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file()) {
        Some(root) => Ok(root.to_path_buf()),
        None => fail("this is not a folder of the workspace; run it as `cargo xtask` inside of one"),
    }
}

/// Which of the two sites: as small as it gets, or as quickly as it gets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    Release,
    Dev,
}

impl Flavour {
    pub fn wasm_profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "wasm-dev",
        }
    }
}

pub fn make_folder(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).explain(|| format!("cannot make the folder {}", folder.display()))
}

pub fn remove_folder(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
            Err(cause).explain(|| format!("cannot remove the folder {}", folder.display()))
        }
        _ => Ok(()),
    }
}

pub fn read_file(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).explain(|| format!("cannot read {}", path.display()))
}

/// Writes a file, making the folders above it.
pub fn write_file(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, bytes).explain(|| format!("cannot write {}", path.display()))
}

/// Every file below a folder, sorted, so that what is made from them never depends on the file system.
pub fn list_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let entries = fs::read_dir(&folder).explain(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let path = entry.explain(|| format!("cannot list {}", folder.display()))?.path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
