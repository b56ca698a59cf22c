//! Puts the browser's files into the binary when they are named, so that a release is one file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=FOYER_EMBED_SITE");
    println!("cargo::rerun-if-changed=build.rs");
    let mut list = String::from("pub static FILES: &[(&str, &[u8])] = &[\n");
    if let Some(folder) = variable("FOYER_EMBED_SITE") {
        println!("cargo::rerun-if-changed={}", folder.display());
        add(&folder, &folder, &mut list)?;
    }
    list.push_str("];\n");
    let out = variable("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(out.join("embedded_site.rs"), list)
}

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts by way of the environment")]
fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).map(PathBuf::from)
}

fn add(root: &Path, folder: &Path, list: &mut String) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            add(root, &path, list)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            let (name, path) = (name.display().to_string(), path.canonicalize()?.display().to_string());
            writeln!(list, "    ({name:?}, include_bytes!({path:?})),").map_err(io::Error::other)?;
        }
    }
    Ok(())
}
