//! A module as files of the site: bound, shrunk, and named by content.

use super::assets::Asset;
use super::bind::{self, Bound};
use super::cache::Cache;
use super::modules::Module;
use super::{names, shrink};
use crate::fault::{Outcome, fail};
use crate::process::interrupt;
use crate::tools::wasm_target::WASM_TARGET;
use crate::workspace::{Flavour, Workspace, read_file};

/// Which of the site's files are a module's.
pub struct Code {
    pub module: &'static Module,
    pub js: String,
    pub wasm: String,
    /// What its JavaScript imports.
    snippets: Vec<String>,
}

impl Code {
    pub fn has(&self, path: &str) -> bool {
        self.js == path || self.wasm == path || self.snippets.iter().any(|snippet| snippet == path)
    }
}

#[cfg(test)]
impl Code {
    pub fn made_up(module: &'static Module) -> Self {
        let path = |extension: &str| format!("/pkg/{}.00.{extension}", module.name);
        Self { module, js: path("js"), wasm: path("wasm"), snippets: Vec::new() }
    }
}

/// Puts what the compiler left among the files.
pub fn add_code(
    module: &'static Module,
    files: &mut Vec<Asset>,
    workspace: &Workspace,
    flavour: Flavour,
    cache: &Cache,
) -> Outcome<Code> {
    let profile = workspace.target.join(WASM_TARGET).join(flavour.wasm_profile());
    let compiled = profile.join(format!("{}.wasm", module.package));
    if !compiled.is_file() {
        return fail(format!("the front end was built, but {} is not there", compiled.display()));
    }
    let Bound { js, wasm, snippets } = bind::bind(module.name, &read_file(&compiled)?, flavour, cache)?;
    interrupt::check()?;
    let wasm = match flavour {
        Flavour::Release => shrink::shrink(workspace, module.name, wasm, cache)?,
        Flavour::Dev => wasm,
    };
    let wasm = Asset::named_by_content("/pkg", &format!("{}.wasm", module.name), wasm);
    let snippets = bind::name_snippets(snippets);
    let js = names::point_to_wasm(&js, module.name, &wasm.path)?;
    let js = names::rename_all(&js, &snippets.renamed);
    let js = Asset::named_by_content("/pkg", &format!("{}.js", module.name), js.into_bytes());
    let paths = snippets.assets.iter().map(|snippet| snippet.path.clone()).collect();
    let code = Code { module, js: js.path.clone(), wasm: wasm.path.clone(), snippets: paths };
    files.extend([wasm, js]);
    // Two modules may bring the same snippet along.
    let is_new = |snippet: &Asset| files.iter().all(|file| file.path != snippet.path);
    let new: Vec<Asset> = snippets.assets.into_iter().filter(is_new).collect();
    files.extend(new);
    Ok(code)
}
