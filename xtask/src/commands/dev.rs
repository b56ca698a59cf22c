//! `cargo xtask dev`: serve, rebuild what a change touches, start again, reload the page.

use clap::Args;

use super::launch::{LaunchOptions, launch};
use crate::fault::{Fault, Outcome};
use crate::process::interrupt;
use crate::process::running::Running;
use crate::site;
use crate::steps::{Steps, remark};
use crate::tools::cargo::{Scope, binary, build_server};
use crate::tools::wasm_target::ensure_wasm_target;
use crate::watch::{Watch, Work};
use crate::workspace::{Flavour, Workspace};

#[derive(Args)]
pub struct DevOptions {
    #[command(flatten)]
    launch: LaunchOptions,
}

pub fn dev(workspace: &Workspace, options: &DevOptions) -> Outcome {
    ensure_wasm_target()?;
    // Watching begins before the first build: what is saved meanwhile must not be missed.
    let watch = Watch::over(&workspace.root)?;
    let mut server = None;
    let mut work = Work::everything();
    loop {
        match rebuild(workspace, work) {
            Ok(()) => restart(workspace, options, &mut server)?,
            Err(Fault::Said(sentence)) => println!("{sentence}\nWaiting for the next change."),
            Err(fault) => return end(fault),
        }
        work = match wait_for_work(&watch, &mut server) {
            Ok(work) => work,
            Err(fault) => return end(fault),
        };
    }
}

fn rebuild(workspace: &Workspace, work: Work) -> Outcome {
    let count = [work.front_end, work.site, work.server].into_iter().filter(|&needed| needed).count();
    let mut steps = Steps::of(count);
    if work.front_end {
        steps.run("building the browser's half", || site::compile(workspace, Flavour::Dev))?;
    }
    if work.site {
        steps.run("putting the site together", || site::assemble(workspace, Flavour::Dev).map(|_| ()))?;
    }
    if work.server {
        steps.run("building the server", || build_server(workspace, &["foyer"], false, Scope::Server))?;
    }
    Ok(())
}

fn restart(workspace: &Workspace, options: &DevOptions, server: &mut Option<Running>) -> Outcome {
    // The old one has to let go of the port first.
    drop(server.take());
    let started = launch(&options.launch, &binary(workspace, "foyer", false), &workspace.site(Flavour::Dev), true)?;
    *server = Some(started);
    Ok(())
}

fn wait_for_work(watch: &Watch, server: &mut Option<Running>) -> Outcome<Work> {
    loop {
        interrupt::check()?;
        if let Some(work) = watch.wait_a_moment() {
            return Ok(work);
        }
        let ended = server.as_mut().map(Running::status).transpose()?.flatten();
        if let Some(status) = ended {
            remark(&format!("Foyer ended ({status}). Waiting for the next change."));
            *server = None;
        }
    }
}

fn end(fault: Fault) -> Outcome {
    match fault {
        Fault::Interrupted => Ok(()),
        fault => Err(fault),
    }
}
