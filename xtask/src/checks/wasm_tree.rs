//! The browser must never download the server: its dependencies contain no database, runtime or web server.

use std::collections::BTreeSet;

use crate::fault::{Outcome, fail};
use crate::process::run::capture;
use crate::site::modules::{self, Module};
use crate::tools::cargo::cargo;
use crate::tools::wasm_target::WASM_TARGET;
use crate::workspace::Workspace;

/// These and everything that extends their names (`sqlx-core`, `tokio-util`).
const BANNED: &[&str] = &["sqlx", "tokio", "axum", "hyper", "lapin", "lettre", "rustls"];
/// The first module brings it; once more would cost a page as much as everything else on it.
const BANNED_IN_MODULES_OF_SINGLE_PAGES: &[&str] = &["leptos", "app"];

pub fn check_wasm_tree(workspace: &Workspace) -> Outcome {
    check_tree_of(&modules::FIRST, BANNED, workspace)?;
    let banned = [BANNED, BANNED_IN_MODULES_OF_SINGLE_PAGES].concat();
    modules::OF_SINGLE_PAGES.iter().try_for_each(|module| check_tree_of(module, &banned, workspace))
}

fn check_tree_of(module: &Module, banned: &[&str], workspace: &Workspace) -> Outcome {
    let package = module.package;
    let mut tree = cargo(workspace);
    tree.args(["tree", "--package", package, "--target", WASM_TARGET]);
    // Macros run in the compiler, not in the browser.
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    let printed = capture("cargo tree", &mut tree)?;
    let found = find_banned(&printed, banned);
    if found.is_empty() {
        return Ok(());
    }
    let found = found.into_iter().collect::<Vec<_>>().join(", ");
    fail(format!(
        "{package}, which runs in the browser, depends on {found}; find out why with\n    \
         cargo tree -p {package} --target {WASM_TARGET} -e normal,no-proc-macro -i <crate>"
    ))
}

fn find_banned<'a>(tree: &'a str, banned: &[&str]) -> BTreeSet<&'a str> {
    tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| is_banned(name, banned)).collect()
}

fn is_banned(name: &str, banned: &[&str]) -> bool {
    banned
        .iter()
        .any(|banned| name.strip_prefix(banned).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_crates_and_their_families_are_found() {
        let tree = "frontend v0.1.0\nleptos v0.8.23\nsqlx-core v0.9.0\ntokio v1.54.1\ntokio v1.54.1 (*)\n";
        assert_eq!(find_banned(tree, BANNED).into_iter().collect::<Vec<_>>(), ["sqlx-core", "tokio"]);
    }

    #[test]
    fn what_every_page_has_is_not_brought_along_by_another_module() {
        let tree = "editor v0.1.0\ndomain v0.1.0\nleptos_dom v0.8.8\n";
        let found = find_banned(tree, BANNED_IN_MODULES_OF_SINGLE_PAGES);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["leptos_dom"]);
    }

    #[test]
    fn names_that_only_begin_alike_are_fine() {
        assert!(find_banned("hyperloop v1.0.0\ntokionomics v1.0.0\n", BANNED).is_empty());
    }
}
