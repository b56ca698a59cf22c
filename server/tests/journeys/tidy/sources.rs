//! The files of the project.

use std::fs;
use std::path::{Path, PathBuf};

pub struct Source {
    /// From the root of the workspace, with forward slashes.
    pub path: String,
    pub text: String,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every readable file under these folders, or the file itself, whose name ends like this.
pub fn files(places: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for place in places {
        collect(&root().join(place), &mut |path| {
            let name = path.to_string_lossy().into_owned();
            if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(path).unwrap_or_default();
                let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        });
    }
    found
}

fn collect(path: &Path, keep: &mut dyn FnMut(&Path)) {
    const NOT_OURS: [&str; 6] = ["target", "node_modules", "data", ".git", "test-results", "snapshots"];
    if path.is_file() {
        return keep(path);
    }
    let Ok(entries) = fs::read_dir(path) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !NOT_OURS.contains(&name.as_str()) {
            collect(&path, keep);
        }
    }
}

/// The crates of the workspace, which lie in folders of their names.
pub fn crates() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let line = manifest.lines().find(|line| line.starts_with("members = [")).expect("a line of members");
    let names: Vec<_> = line.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(names.iter().all(|name| root().join(name).join("src").is_dir()), "{names:?}");
    names
}

/// The Rust of the product: of all crates but those for developers.
pub fn product() -> Vec<Source> {
    let folders = crates().into_iter().filter(|name| name != "bench" && name != "xtask");
    let folders: Vec<_> = folders.map(|name| format!("{name}/src")).collect();
    let all = files(&folders.iter().map(String::as_str).collect::<Vec<_>>(), &[".rs"]);
    assert!(all.len() > 100, "only {} files were found", all.len());
    all
}

impl Source {
    /// Numbered lines without comments, up to the tests at the end of the file.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.take_while(|(_, line)| *line != "#[cfg(test)]").filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Fails with the rule and every place that breaks it.
#[track_caller]
pub fn keep(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}
