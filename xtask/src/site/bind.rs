//! wasm-bindgen as a library: the compiler's wasm becomes wasm and the JavaScript that loads it.
//! Its version equals the one in the lock file, or it would refuse.

use std::collections::BTreeMap;

use wasm_bindgen_cli_support::Bindgen;

use super::assets::Asset;
use super::cache::Cache;
use super::imports;
use crate::fault::{Explain, Outcome};
use crate::hash;
use crate::workspace::{Flavour, list_files, make_folder, read_file, remove_folder};

/// Part of the cache's keys: count up when what this file does changes.
const RECIPE: &[u8] = b"bind 4, wasm-bindgen 0.2.130";

pub struct Bound {
    pub js: String,
    pub wasm: Vec<u8>,
    /// JavaScript that crates bring along, by its path below `snippets/`.
    pub snippets: BTreeMap<String, String>,
}

pub fn bind(name: &str, compiled: &[u8], flavour: Flavour, cache: &Cache) -> Outcome<Bound> {
    let key = hash::of_parts(&[RECIPE, name.as_bytes(), flavour.wasm_profile().as_bytes(), compiled]);
    if let Some(bound) = recall(&key, cache) {
        return Ok(bound);
    }
    let folder = cache.scratch(&key);
    make_folder(&folder)?;
    let is_release = flavour == Flavour::Release;
    Bindgen::new()
        .input_bytes(name, compiled.to_vec())
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                // So that the JavaScript finds its wasm by itself.
                .omit_default_module_path(false)
                .remove_name_section(is_release)
                .remove_producers_section(true)
                .generate(&folder)
        })
        .map_err(|cause| format!("{cause:#}"))
        .explain(|| format!("wasm-bindgen cannot read the module {name}"))?;
    let js = String::from_utf8_lossy(&read_file(&folder.join(format!("{name}.js")))?).into_owned();
    let wasm = read_file(&folder.join(format!("{name}_bg.wasm")))?;
    let (js, wasm) = if is_release { imports::shorten(&js, &wasm)? } else { (js, wasm) };
    let bound = Bound { js, wasm, snippets: read_snippets(&folder)? };
    remove_folder(&folder)?;
    remember(&key, &bound, cache)?;
    Ok(bound)
}

fn read_snippets(folder: &std::path::Path) -> Outcome<BTreeMap<String, String>> {
    let folder = folder.join("snippets");
    let files = if folder.is_dir() { list_files(&folder)? } else { Vec::new() };
    let mut snippets = BTreeMap::new();
    for file in files {
        let text = String::from_utf8_lossy(&read_file(&file)?).into_owned();
        if let Ok(path) = file.strip_prefix(&folder) {
            snippets.insert(path.to_string_lossy().into_owned(), text);
        }
    }
    Ok(snippets)
}

fn recall(key: &str, cache: &Cache) -> Option<Bound> {
    Some(Bound {
        js: String::from_utf8(cache.get(&format!("{key}.js"))?).ok()?,
        wasm: cache.get(&format!("{key}.wasm"))?,
        snippets: serde_json::from_slice(&cache.get(&format!("{key}.snippets"))?).ok()?,
    })
}

fn remember(key: &str, bound: &Bound, cache: &Cache) -> Outcome {
    let snippets = serde_json::to_vec(&bound.snippets).explain(|| "cannot keep the snippets".into())?;
    cache.put(&format!("{key}.js"), bound.js.as_bytes())?;
    cache.put(&format!("{key}.wasm"), &bound.wasm)?;
    cache.put(&format!("{key}.snippets"), &snippets)
}

pub struct NamedSnippets {
    pub assets: Vec<Asset>,
    /// From the import statement as generated to the one with the hash. Only the statement: the wasm asks for
    /// its imports by the old name.
    pub renamed: BTreeMap<String, String>,
}

pub fn name_snippets(snippets: BTreeMap<String, String>) -> NamedSnippets {
    let mut named = NamedSnippets { assets: Vec::new(), renamed: BTreeMap::new() };
    for (path, text) in snippets {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let asset = Asset::named_by_content(&format!("/pkg/snippets/{folder}"), name, text.into_bytes());
        let new = asset.path.replacen("/pkg", ".", 1);
        named.renamed.insert(format!("from \"./snippets/{path}\""), format!("from \"{new}\""));
        named.assets.push(asset);
    }
    named
}

#[cfg(test)]
mod tests {
    use super::super::names::rename_all;
    use super::*;

    #[test]
    fn a_snippet_is_fetched_by_its_new_name_but_known_to_the_wasm_by_its_old_one() {
        let snippets = BTreeMap::from([("mine-1/inline0.js".to_owned(), "abc".to_owned())]);
        let js = r#"import * as import1 from "./snippets/mine-1/inline0.js"; "./snippets/mine-1/inline0.js": import1"#;
        let renamed = rename_all(js, &name_snippets(snippets).renamed);
        assert!(renamed.contains(r#"from "./snippets/mine-1/inline0.ba7816bf8f01cfea.js""#), "{renamed}");
        assert!(renamed.contains(r#""./snippets/mine-1/inline0.js": import1"#), "{renamed}");
    }
}
