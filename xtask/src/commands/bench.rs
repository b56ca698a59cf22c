//! `cargo xtask bench`: the measurements, optimised as in production.

use clap::Args;

use crate::fault::Outcome;
use crate::process::run::run;
use crate::rig::database::Postgres;
use crate::rig::folder::RigFolder;
use crate::tools::cargo::cargo;
use crate::workspace::Workspace;

#[derive(Args)]
pub struct BenchOptions {
    /// Passed on to the benchmark: commits or catalogue
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

pub fn bench(workspace: &Workspace, options: &BenchOptions) -> Outcome {
    if options.arguments == ["catalogue"] {
        return bench_on_both(workspace, &options.arguments);
    }
    run_bench(workspace, &options.arguments)
}

/// Beside a PostgreSQL of its own.
fn bench_on_both(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let rig = RigFolder::make()?;
    let measured = Postgres::start(rig.path()).and_then(|mut postgres| {
        postgres.wait_until_ready()?;
        let url = ["--postgres".to_owned(), postgres.url()];
        run_bench(workspace, &[arguments, &url].concat())
    });
    measured.and(rig.clean_up())
}

pub fn run_bench(workspace: &Workspace, arguments: &[String]) -> Outcome {
    let mut command = cargo(workspace);
    command.args(["run", "--release", "--package", "bench", "--"]).args(arguments);
    run("the benchmark", &mut command)
}
