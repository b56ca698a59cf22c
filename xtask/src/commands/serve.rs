//! `cargo xtask serve`: from a fresh clone to a page in the browser.

use std::process::ExitStatus;

use clap::Args;

use super::launch::{LaunchOptions, launch};
use crate::fault::{Fault, Outcome, fail};
use crate::site;
use crate::steps::Steps;
use crate::tools::cargo::{Scope, binary, build_server};
use crate::tools::wasm_target::ensure_wasm_target;
use crate::workspace::{Flavour, Workspace};

#[derive(Args)]
pub struct ServeOptions {
    #[command(flatten)]
    launch: LaunchOptions,

    /// Build the server as for production: slower to build, faster to run
    #[arg(long)]
    release: bool,
}

pub fn serve(workspace: &Workspace, options: &ServeOptions) -> Outcome {
    let mut steps = Steps::of(5);
    steps.run("looking for the wasm target", ensure_wasm_target)?;
    steps.run("building the browser's half", || site::compile(workspace, Flavour::Release))?;
    let site = steps.run("putting the site together", || site::assemble(workspace, Flavour::Release))?;
    println!("{}", site.sizes.table());
    steps.run("building the server", || build_server(workspace, &["foyer"], options.release, Scope::Server))?;
    steps.announce("starting Foyer; Ctrl-C stops it");
    let mut server = launch(&options.launch, &binary(workspace, "foyer", options.release), &site.folder, false)?;
    match server.wait() {
        Ok(status) => pass_on(status),
        Err(Fault::Interrupted) => {
            println!("Foyer has stopped.");
            Ok(())
        }
        Err(fault) => Err(fault),
    }
}

/// The server has already said why it ended.
fn pass_on(status: ExitStatus) -> Outcome {
    match status.code().map(u8::try_from) {
        Some(Ok(0)) => Ok(()),
        Some(Ok(code)) => Err(Fault::Exit(code)),
        _ => fail(format!("Foyer ended unexpectedly ({status})")),
    }
}
