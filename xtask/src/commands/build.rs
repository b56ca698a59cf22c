//! `cargo xtask build`: the site, the server and the worker, within the budget for what a browser downloads.

use clap::Args;

use crate::fault::Outcome;
use crate::process::run::run;
use crate::site;
use crate::steps::{Steps, remark};
use crate::tools::cargo::{Scope, binary, server_build};
use crate::tools::node::Node;
use crate::tools::wasm_target::ensure_wasm_target;
use crate::workspace::{Flavour, Workspace};

const BINARIES: &[&str] = &["foyer", "worker"];

#[derive(Args)]
pub struct BuildOptions {
    /// Optimise, and embed the site in the binary
    #[arg(long)]
    release: bool,
}

pub fn build(workspace: &Workspace, options: &BuildOptions) -> Outcome {
    let mut steps = Steps::of(4);
    steps.run("looking for the wasm target", ensure_wasm_target)?;
    steps.run("building the browser's half", || site::compile(workspace, Flavour::Release))?;
    let site = steps.run("putting the site together", || site::assemble(workspace, Flavour::Release))?;
    println!("{}", site.sizes.table());
    // The budget is for what wasm-opt leaves; a machine that cannot run it still gets its site.
    if Node::find(workspace)?.is_some() {
        site.sizes.check_budget()?;
    } else {
        remark("the budget was not judged: it counts what wasm-opt leaves, and there is no Node.js to run it");
    }
    steps.run("building the server and the worker", || {
        let mut command = server_build(workspace, BINARIES, options.release, Scope::Server);
        if options.release {
            command.env("FOYER_EMBED_SITE", &site.folder);
        }
        run("building the server", &mut command)
    })?;
    remark(&format!("site    {}", site.folder.display()));
    for name in BINARIES {
        remark(&format!("{name:<8}{}", binary(workspace, name, options.release).display()));
    }
    Ok(())
}
