//! `cargo xtask`: everything a developer types.

mod checks;
mod clock;
mod commands;
mod environment;
mod fault;
mod hash;
mod process;
mod rig;
mod site;
mod steps;
mod tools;
mod watch;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use commands::bench::{BenchOptions, bench};
use commands::build::{BuildOptions, build};
use commands::dev::{DevOptions, dev};
use commands::seed::{SeedOptions, seed};
use commands::serve::{ServeOptions, serve};
use commands::test::{TestOptions, test};
use fault::{Fault, Outcome};
use process::interrupt;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Everything a developer of Foyer types.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything and serve it, with demo data
    Serve(ServeOptions),
    /// Serve, rebuild on change and reload the page
    Dev(DevOptions),
    /// Build the site, the server and the worker; fail when the browser's part is over its budget
    Build(BuildOptions),
    /// Format, lints, tests on both databases, a broker and a browser
    Test(TestOptions),
    /// Run the measurements
    Bench(BenchOptions),
    /// Put made-up events into the database
    Seed(SeedOptions),
    /// Clean up after a test run (started by it)
    #[command(hide = true)]
    Janitor { folder: PathBuf },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Fault::Exit(code)) => ExitCode::from(code),
        Err(Fault::Interrupted) => ExitCode::from(interrupt::EXIT_CODE),
        Err(Fault::Said(sentence)) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome {
    if let Command::Janitor { folder } = command {
        // Before anything else: the janitor must not listen for requests to stop.
        return rig::janitor::watch_over(&folder);
    }
    interrupt::watch()?;
    let workspace = Workspace::find()?;
    match command {
        Command::Serve(options) => serve(&workspace, &options),
        Command::Dev(options) => dev(&workspace, &options),
        Command::Build(options) => build(&workspace, &options),
        Command::Test(options) => test(&workspace, options),
        Command::Bench(options) => bench(&workspace, &options),
        Command::Seed(options) => seed(&workspace, &options),
        Command::Janitor { .. } => Ok(()),
    }
}
