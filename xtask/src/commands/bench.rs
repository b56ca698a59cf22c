//! `cargo xtask bench`: the measurements, optimised as in production.

use clap::Args;

use crate::fault::Outcome;
use crate::process::run::run;
use crate::tools::cargo::cargo;
use crate::workspace::Workspace;

#[derive(Args)]
pub struct BenchOptions {
    /// Passed on to the benchmark
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

pub fn bench(workspace: &Workspace, options: &BenchOptions) -> Outcome {
    let mut command = cargo(workspace);
    command.args(["run", "--release", "--package", "bench", "--"]).args(&options.arguments);
    run("the benchmark", &mut command)
}
