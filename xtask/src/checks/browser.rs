//! Playwright over a real Chromium, against a Foyer with demo data.

use std::fs;
use std::path::{Path, PathBuf};

use super::tally::Tally;
use crate::environment;
use crate::fault::{Explain, Fault, Outcome, fail};
use crate::hash;
use crate::process::run::run_watched;
use crate::rig::foyer::Foyer;
use crate::rig::programs::find_chromium;
use crate::steps::remark;
use crate::tools::cargo::binary;
use crate::tools::node;
use crate::workspace::{Flavour, Workspace, list_files, make_folder, read_file, remove_folder, write_file};

const LOG_LINES_SHOWN: usize = 60;

pub fn run_browser_tests(workspace: &Workspace, rig: &Path, options: &BrowserOptions, tally: &mut Tally) -> Outcome {
    let Some(chromium) = find_chromium() else { return fail("Chromium is not installed") };
    let node = node::require(workspace)?;
    let folder = prepare_tests(workspace, &node)?;
    let results = workspace.target.join("e2e-results");
    remove_folder(&results)?;
    let foyer = Foyer::start(rig, &binary(workspace, "foyer", false), &workspace.site(Flavour::Release))?;
    remark(&format!("Foyer is up at {}", foyer.url()));

    let mut command = node.node();
    command.arg("node_modules/@playwright/test/cli.js").arg("test").args(&options.filter).arg("--output").arg(&results);
    command
        .current_dir(&folder)
        .env("BASE_URL", foyer.url())
        .env("PUSH_PORT", foyer.push_port())
        .env("CHROMIUM", chromium)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if let Some(screenshots) = &options.screenshots {
        make_folder(screenshots)?;
        command.env("SCREENSHOTS", screenshots);
    }
    let mut counted = Tally::default();
    let succeeded = run_watched("Playwright", &mut command, |line| counted += Tally::read_playwright(line));
    *tally += counted;
    if succeeded? {
        return counted.require_some("Playwright");
    }
    println!("The server's last words:\n{}", last_lines(&foyer.said()));
    fail(format!("browser tests failed; pictures and traces are in {}", results.display()))
}

pub struct BrowserOptions {
    pub screenshots: Option<PathBuf>,
    /// Passed on to Playwright: names of files or tests.
    pub filter: Vec<String>,
}

/// Copies `e2e/` beside a node_modules kept by the hash of the lock file, so that nothing is left among the sources.
fn prepare_tests(workspace: &Workspace, node: &node::Node) -> Outcome<PathBuf> {
    let sources = workspace.root.join("e2e");
    let lock = read_file(&sources.join("package-lock.json"))?;
    let folder = workspace.target.join(format!("e2e-{}", hash::short(&lock)));
    let is_complete = folder.join("node_modules/.foyer-complete");
    if !is_complete.is_file() {
        remark("installing Playwright");
        remove_folder(&folder)?;
        copy_tests(&sources, &folder)?;
        node.install_locked(&folder)?;
        write_file(&is_complete, b"")?;
    }
    remove_old_tests(&folder)?;
    copy_tests(&sources, &folder)?;
    Ok(folder)
}

fn remove_old_tests(folder: &Path) -> Outcome {
    for entry in fs::read_dir(folder).explain(|| format!("cannot list {}", folder.display()))?.flatten() {
        let path = entry.path();
        if entry.file_name() == "node_modules" {
            continue;
        }
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.explain(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

fn copy_tests(sources: &Path, folder: &Path) -> Outcome {
    let entries = fs::read_dir(sources).explain(|| format!("cannot list {}", sources.display()))?;
    for entry in entries.flatten().filter(|entry| entry.file_name() != "node_modules") {
        let path = entry.path();
        let files = if path.is_dir() { list_files(&path)? } else { vec![path] };
        for file in files {
            let relative = file.strip_prefix(sources).map_err(|_| Fault::Said("e2e/ moved".into()))?;
            write_file(&folder.join(relative), &read_file(&file)?)?;
        }
    }
    Ok(())
}

fn last_lines(log: &str) -> String {
    // In continuous integration the log is all there is; at a desk the end is enough.
    let shown = if environment::is_on("CI") { usize::MAX } else { LOG_LINES_SHOWN };
    let skipped = log.lines().count().saturating_sub(shown);
    log.lines().skip(skipped).collect::<Vec<_>>().join("\n")
}
