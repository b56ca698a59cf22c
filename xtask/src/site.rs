//! Everything the browser downloads: the page's code, its styles, its fonts and pictures.
//!
//! compile → bind → shrink → name by content → compress → write → swap in.
//! What was already done for the same input is taken from the cache, so a warm build takes a moment.

mod assets;
mod bind;
mod cache;
mod compress;
mod imports;
mod manifest;
mod names;
mod public;
mod shrink;
pub mod sizes;
mod styles;
mod write;

use std::path::PathBuf;
use std::process::Command;

use crate::fault::{Outcome, fail};
use crate::process::interrupt;
use crate::process::run::run;
use crate::tools::cargo::cargo;
use crate::tools::wasm_target::WASM_TARGET;
use crate::workspace::{Flavour, Workspace, read_file};
use assets::Asset;
use cache::Cache;
use manifest::Manifest;
use sizes::Sizes;

pub struct Site {
    pub folder: PathBuf,
    pub sizes: Sizes,
}

/// The front end as the compiler makes it.
pub fn compile(workspace: &Workspace, flavour: Flavour) -> Outcome {
    run("building the front end", &mut compile_command(workspace, flavour))
}

fn compile_command(workspace: &Workspace, flavour: Flavour) -> Command {
    let mut command = cargo(workspace);
    command.args(["build", "--package", "frontend", "--target", WASM_TARGET, "--profile", flavour.wasm_profile()]);
    command
}

/// Makes the site from what [`compile`] left and from `style/` and `public/`.
pub fn assemble(workspace: &Workspace, flavour: Flavour) -> Outcome<Site> {
    let cache = Cache::open(workspace.cache())?;
    let assets = collect(workspace, flavour, &cache)?;
    let squeezed = compress::compress_all(&assets.all, flavour, &cache)?;
    let sizes = Sizes::of(&assets.all, &squeezed);
    let folder = workspace.site(flavour);
    write::write_site(&folder, &assets.all, &squeezed, &Manifest::of(&assets))?;
    cache.forget_old()?;
    Ok(Site { folder, sizes })
}

/// All files of the site, and which of them a page starts from.
struct Assets {
    all: Vec<Asset>,
    js: String,
    wasm: String,
    css: String,
    preload_fonts: Vec<String>,
}

fn collect(workspace: &Workspace, flavour: Flavour, cache: &Cache) -> Outcome<Assets> {
    let compiled = workspace.target.join(WASM_TARGET).join(flavour.wasm_profile()).join("frontend.wasm");
    if !compiled.is_file() {
        return fail(format!("the front end was built, but {} is not there", compiled.display()));
    }
    let bound = bind::bind(&read_file(&compiled)?, flavour, cache)?;
    interrupt::check()?;
    let wasm = match flavour {
        Flavour::Release => shrink::shrink(workspace, bound.wasm, cache)?,
        Flavour::Dev => bound.wasm,
    };
    let wasm = Asset::named_by_content("/pkg", "foyer.wasm", wasm);
    let snippets = bind::name_snippets(bound.snippets);
    let js = names::point_to_wasm(&bound.js, &wasm.path)?;
    let js = names::rename_all(&js, &snippets.renamed);
    let js = Asset::named_by_content("/pkg", "foyer.js", js.into_bytes());

    let public = public::collect(&workspace.root.join("public"))?;
    let css = styles::bundle(&workspace.root.join("style/main.css"))?;
    let css = names::rename_all(&css, &public.renamed);
    let css = Asset::named_by_content("/pkg", "foyer.css", css.into_bytes());

    let mut assets = Assets {
        js: js.path.clone(),
        wasm: wasm.path.clone(),
        css: css.path.clone(),
        preload_fonts: public.preload_fonts,
        all: vec![wasm, js, css],
    };
    assets.all.extend(snippets.assets);
    assets.all.extend(public.assets);
    Ok(assets)
}
