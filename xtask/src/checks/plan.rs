//! Which steps a test run takes, from what was asked for.

use clap::ValueEnum;

use crate::rig::programs::Needs;

/// A part that can be run on its own: `cargo xtask test --only browser`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Format, clippy for the server and the browser, and the browser's dependencies
    Lint,
    /// Licences, banned crates and sources
    Deny,
    /// Rust tests that need no server
    Unit,
    /// The store on PostgreSQL
    Postgres,
    /// Messages through RabbitMQ
    Broker,
    /// All Rust tests
    Rust,
    /// Real pages in a real browser
    Browser,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Programs,
    Format,
    WasmTarget,
    Clippy,
    ClippyForWasm,
    WasmTree,
    Deny,
    RustTests,
    Site,
    Server,
    Browser,
}

impl Step {
    pub fn describe(self) -> &'static str {
        match self {
            Self::Programs => "looking for the programs the tests need",
            Self::Format => "checking the format",
            Self::WasmTarget => "looking for the wasm target",
            Self::Clippy => "clippy over the workspace",
            Self::ClippyForWasm => "clippy over the front end",
            Self::WasmTree => "looking through the browser's dependencies",
            Self::Deny => "checking licences, banned crates and sources",
            Self::RustTests => "Rust tests",
            Self::Site => "building the site",
            Self::Server => "building the server",
            Self::Browser => "browser tests",
        }
    }
}

pub struct Plan {
    pub steps: Vec<Step>,
    pub needs: Needs,
    /// Arguments after `cargo test --workspace`.
    pub test_arguments: &'static [&'static str],
}

const EVERYTHING: &[&str] = &[];
const WITHOUT_SERVERS: &[&str] = &["--", "--skip", "postgres::", "--skip", "broker::"];

pub fn make_plan(only: Option<Part>, quick: bool) -> Plan {
    use Step::{Browser, Clippy, ClippyForWasm, Deny, Format, Programs, RustTests, Server, Site, WasmTarget, WasmTree};
    let lint = [Format, WasmTarget, Clippy, ClippyForWasm, WasmTree];
    let none = Needs::default();
    let servers = Needs { postgres: true, broker: true, browser: false };
    let (steps, needs, test_arguments) = match only {
        None if quick => ([&lint[..], &[RustTests]].concat(), none, WITHOUT_SERVERS),
        None => (
            [&[Programs], &lint[..], &[Deny, RustTests, Site, Server, Browser]].concat(),
            Needs { browser: true, ..servers },
            EVERYTHING,
        ),
        Some(Part::Lint) => (lint.to_vec(), none, EVERYTHING),
        Some(Part::Deny) => (vec![Deny], none, EVERYTHING),
        Some(Part::Unit) => (vec![RustTests], none, WITHOUT_SERVERS),
        Some(Part::Postgres) => {
            (vec![Programs, RustTests], Needs { broker: false, ..servers }, &["--", "postgres::"][..])
        }
        Some(Part::Broker) => (vec![Programs, RustTests], servers, &["--", "broker::"][..]),
        Some(Part::Rust) => (vec![Programs, RustTests], servers, EVERYTHING),
        Some(Part::Browser) => {
            (vec![Programs, WasmTarget, Site, Server, Browser], Needs { browser: true, ..none }, EVERYTHING)
        }
    };
    Plan { steps, needs, test_arguments }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_run_looks_for_its_programs_before_it_spends_time_on_anything_else() {
        let plan = make_plan(None, false);
        assert_eq!(plan.steps.first(), Some(&Step::Programs));
        assert_eq!(plan.steps.last(), Some(&Step::Browser));
        assert!(plan.needs.postgres && plan.needs.broker && plan.needs.browser);
        assert!(plan.test_arguments.is_empty());
    }

    #[test]
    fn a_quick_run_needs_nothing_but_rust() {
        let plan = make_plan(None, true);
        let needs = plan.needs;
        assert!(!needs.postgres && !needs.broker && !needs.browser);
        assert!(!plan.steps.contains(&Step::Deny) && !plan.steps.contains(&Step::Programs));
        assert_eq!(plan.test_arguments, WITHOUT_SERVERS);
    }
}
