//! `cargo xtask test`: everything that must be true before a change is merged.

use std::path::PathBuf;

use clap::Args;

use crate::checks::browser::{BrowserOptions, run_browser_tests};
use crate::checks::lints::{check_clippy, check_clippy_for_wasm, check_dependencies, check_format};
use crate::checks::plan::{Part, Plan, Step, make_plan};
use crate::checks::report::Report;
use crate::checks::rust_tests::run_rust_tests;
use crate::checks::tally::Tally;
use crate::checks::wasm_tree::check_wasm_tree;
use crate::fault::{Explain, Fault, Outcome};
use crate::rig::folder::RigFolder;
use crate::rig::programs::ensure_programs;
use crate::site;
use crate::steps::Steps;
use crate::tools::cargo::{Scope, build_server};
use crate::tools::wasm_target::ensure_wasm_target;
use crate::workspace::{Flavour, Workspace};

#[derive(Args)]
pub struct TestOptions {
    /// Leave out what needs servers, a browser or further tools
    #[arg(long)]
    quick: bool,

    /// Run one part only
    #[arg(long, value_enum, conflicts_with = "quick")]
    only: Option<Part>,

    /// Keep pictures of the pages in this folder
    #[arg(long, value_name = "FOLDER")]
    screenshots: Option<PathBuf>,

    /// Browser tests to run, by file or name
    #[arg(long, value_name = "NAME")]
    browser_filter: Vec<String>,
}

pub fn test(workspace: &Workspace, options: TestOptions) -> Outcome {
    let plan = make_plan(options.only, options.quick);
    let mut report = Report::default();
    let mut result = run_plan(workspace, &plan, options, &mut report);
    if let Err(Fault::Said(sentence)) = &result {
        // Before the table, so that the count stays the last line.
        println!("\nFAILED: {sentence}");
        result = Err(Fault::Exit(1));
    }
    report.print();
    result
}

fn run_plan(workspace: &Workspace, plan: &Plan, options: TestOptions, report: &mut Report) -> Outcome {
    let browser = BrowserOptions {
        screenshots: options
            .screenshots
            .map(|folder| std::path::absolute(folder).explain(|| "the folder for screenshots is not usable".into()))
            .transpose()?,
        filter: options.browser_filter,
    };
    let mut steps = Steps::of(plan.steps.len());
    let mut remaining = plan.steps.as_slice();
    // Installing packages comes before the test folder: the janitor must never end a package manager.
    if let [Step::Programs, rest @ ..] = remaining {
        steps.announce(Step::Programs.describe());
        report.step(Step::Programs.describe(), |_| ensure_programs(plan.needs))?;
        remaining = rest;
    }
    let rig = RigFolder::make()?;
    let result = remaining.iter().try_for_each(|step| {
        steps.announce(step.describe());
        report.step(step.describe(), |tally| take(*step, workspace, &rig, plan, &browser, tally))
    });
    let cleaned = rig.clean_up();
    if cleaned.is_err() {
        report.note_failure();
    }
    result.and(cleaned)
}

fn take(
    step: Step,
    workspace: &Workspace,
    rig: &RigFolder,
    plan: &Plan,
    browser: &BrowserOptions,
    tally: &mut Tally,
) -> Outcome {
    match step {
        Step::Programs => ensure_programs(plan.needs),
        Step::Format => check_format(workspace),
        Step::WasmTarget => ensure_wasm_target(),
        Step::Clippy => check_clippy(workspace),
        Step::ClippyForWasm => check_clippy_for_wasm(workspace),
        Step::WasmTree => check_wasm_tree(workspace),
        Step::Deny => check_dependencies(workspace),
        Step::RustTests => run_rust_tests(workspace, rig.path(), plan.needs, plan.test_arguments, tally),
        Step::Site => build_site(workspace),
        Step::Server => build_server(workspace, &["foyer", "worker"], false, Scope::Workspace),
        Step::Browser => run_browser_tests(workspace, rig.path(), browser, tally),
    }
}

fn build_site(workspace: &Workspace) -> Outcome {
    site::compile(workspace, Flavour::Release)?;
    let site = site::assemble(workspace, Flavour::Release)?;
    println!("{}", site.sizes.table());
    site.sizes.check_budget()
}
