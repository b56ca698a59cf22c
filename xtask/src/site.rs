//! Everything the browser downloads: the page's code, its styles, its fonts and pictures.
//!
//! compile → bind → shrink → name by content → compress → write → swap in.
//! What was already done for the same input is taken from the cache, so a warm build takes a moment.

mod assets;
mod bind;
mod cache;
mod code;
mod compress;
mod imports;
mod manifest;
pub mod modules;
mod names;
mod public;
mod shrink;
pub mod sizes;
mod styles;
mod write;

use std::path::PathBuf;
use std::process::Command;

use crate::fault::Outcome;
use crate::process::run::run;
use crate::tools::cargo::cargo;
use crate::tools::wasm_target::WASM_TARGET;
use crate::workspace::{Flavour, Workspace};
use assets::Asset;
use cache::Cache;
use code::Code;
use manifest::Manifest;
use sizes::Sizes;

pub struct Site {
    pub folder: PathBuf,
    pub sizes: Sizes,
}

/// The modules as the compiler makes them. It builds them together, so that it builds what they share once.
pub fn compile(workspace: &Workspace, flavour: Flavour) -> Outcome {
    run("building the front end", &mut compile_command(workspace, flavour))
}

fn compile_command(workspace: &Workspace, flavour: Flavour) -> Command {
    let mut command = cargo(workspace);
    command.arg("build").args(modules::packages());
    command.args(["--target", WASM_TARGET, "--profile", flavour.wasm_profile()]);
    command
}

/// Makes the site from what [`compile`] left and from `style/` and `public/`.
pub fn assemble(workspace: &Workspace, flavour: Flavour) -> Outcome<Site> {
    let cache = Cache::open(workspace.cache())?;
    let assets = collect(workspace, flavour, &cache)?;
    let squeezed = compress::compress_all(&assets.all, flavour, &cache)?;
    let sizes = Sizes::of(&assets, &squeezed);
    let folder = workspace.site(flavour);
    write::write_site(&folder, &assets.all, &squeezed, &Manifest::of(&assets))?;
    cache.forget_old()?;
    Ok(Site { folder, sizes })
}

/// All files of the site, and which of them a page starts from.
struct Assets {
    all: Vec<Asset>,
    first: Code,
    /// Loaded by the pages that name them.
    others: Vec<Code>,
    css: String,
    preload_fonts: Vec<String>,
}

fn collect(workspace: &Workspace, flavour: Flavour, cache: &Cache) -> Outcome<Assets> {
    let mut all = Vec::new();
    let mut add = |module| code::add_code(module, &mut all, workspace, flavour, cache);
    let first = add(&modules::FIRST)?;
    let others = modules::OF_SINGLE_PAGES.iter().map(add).collect::<Outcome<Vec<_>>>()?;

    let public = public::collect(&workspace.root.join("public"))?;
    let css = styles::bundle(&workspace.root.join("style/main.css"))?;
    let css = names::rename_all(&css, &public.renamed);
    let css = Asset::named_by_content("/pkg", "foyer.css", css.into_bytes());
    let css_path = css.path.clone();
    all.push(css);
    all.extend(public.assets);
    Ok(Assets { all, first, others, css: css_path, preload_fonts: public.preload_fonts })
}
