//! Node, for wasm-opt and the browser tests. Too old a Node is replaced by one from the npm registry.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{Fault, Outcome, fail};
use crate::process::command::guarded;
use crate::process::lookup::{find_program, path_starting_with};
use crate::process::run::capture;
use crate::steps::remark;
use crate::workspace::{Workspace, make_folder};

const OLDEST_USABLE: u32 = 20;
const FETCHED_VERSION: &str = "22.23.3";

pub struct Node {
    /// A folder to put first on PATH, when Node is one we fetched.
    folder: Option<PathBuf>,
}

impl Node {
    /// `None` when there is no Node or no npm at all.
    pub fn find(workspace: &Workspace) -> Outcome<Option<Self>> {
        if find_program("npm").is_none() || find_program("node").is_none() {
            return Ok(None);
        }
        let version = capture("node --version", guarded("node").arg("--version"))?;
        if major(&version) >= OLDEST_USABLE {
            return Ok(Some(Self { folder: None }));
        }
        Self::fetch(workspace, version.trim()).map(Some)
    }

    fn fetch(workspace: &Workspace, found: &str) -> Outcome<Self> {
        let home = workspace.tools().join(format!("node-{FETCHED_VERSION}"));
        let package = format!("node-{}-{}", platform(), architecture());
        let folder = home.join("node_modules").join(&package).join("bin");
        if !folder.join("node").is_file() {
            remark(&format!("Node {found} is too old; fetching {FETCHED_VERSION} from the npm registry"));
            make_folder(&home)?;
            let mut install = guarded("npm");
            install.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&home);
            capture("fetching Node", install.arg(format!("{package}@{FETCHED_VERSION}")))?;
        }
        if !folder.join("node").is_file() {
            return fail(format!(
                "Node {found} is too old (at least {OLDEST_USABLE} is needed), and npm brought no newer one"
            ));
        }
        Ok(Self { folder: Some(folder) })
    }

    pub fn node(&self) -> Command {
        self.command("node")
    }

    /// Puts exactly what the lock file in `folder` says into its node_modules.
    pub fn install_locked(&self, folder: &Path) -> Outcome {
        let mut install = self.command("npm");
        install.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
        install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        capture("npm ci", &mut install).map(|_| ())
    }

    fn command(&self, program: &str) -> Command {
        let Some(folder) = &self.folder else { return guarded(program) };
        let own = folder.join(program);
        let mut command = if own.is_file() { guarded(own) } else { guarded(program) };
        command.env("PATH", path_starting_with(folder));
        command
    }
}

pub fn require(workspace: &Workspace) -> Outcome<Node> {
    Node::find(workspace)?.ok_or_else(|| Fault::Said("node and npm are needed and are not on PATH".into()))
}

fn major(version: &str) -> u32 {
    version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0)
}

fn platform() -> &'static str {
    if cfg!(target_os = "macos") { "darwin" } else { "linux" }
}

fn architecture() -> &'static str {
    if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" }
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read_and_nonsense_counts_as_too_old() {
        assert_eq!(major("v20.20.2\n"), 20);
        assert_eq!(major("18.19.0"), 18);
        assert_eq!(major("what?"), 0);
    }
}
