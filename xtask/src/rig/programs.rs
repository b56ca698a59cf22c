//! The programs the tests need from the system.

use std::path::PathBuf;

use super::{database, rabbit};
use crate::environment;
use crate::fault::{Outcome, fail};
use crate::process::lookup::{find_program, has_program};
use crate::tools::debian::ensure_packages;

/// What a test run is going to use.
#[derive(Clone, Copy, Default)]
pub struct Needs {
    pub postgres: bool,
    pub broker: bool,
    pub browser: bool,
}

/// Installs what is missing where we may, and says what to install where we may not.
pub fn ensure_programs(needs: Needs) -> Outcome {
    ensure_packages(&missing_packages(needs))?;
    match missing_packages(needs).as_slice() {
        [] => Ok(()),
        missing => fail(format!("{} installed, but their programs are still not found", missing.join(", "))),
    }
}

fn missing_packages(needs: Needs) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if needs.postgres && database::find_programs().is_none() {
        missing.push("postgresql");
    }
    if needs.broker && (rabbit::find_programs().is_none() || !has_program("epmd")) {
        missing.push("rabbitmq-server");
    }
    if needs.browser && find_chromium().is_none() {
        missing.push("chromium");
    }
    if needs.browser && !has_program("node") {
        missing.push("nodejs");
    }
    if needs.browser && !has_program("npm") {
        missing.push("npm");
    }
    missing
}

pub fn find_chromium() -> Option<PathBuf> {
    environment::path("CHROMIUM")
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| find_program(name)))
}
