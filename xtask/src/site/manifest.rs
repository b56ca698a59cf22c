//! What the server reads to know the site: which files a page starts from, and how to serve each one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Assets;
use super::assets::Asset;
use super::code::Code;
use crate::hash;

#[derive(Serialize)]
pub struct Manifest<'a> {
    /// Every page starts from it.
    pub code: Start<'a>,
    /// By the names pages know them by.
    pub modules: BTreeMap<&'a str, Start<'a>>,
    pub css: &'a str,
    pub preload_fonts: &'a [String],
    pub files: Vec<Entry<'a>>,
}

/// What a page loads of a module.
#[derive(Serialize)]
pub struct Start<'a> {
    pub js: &'a str,
    pub wasm: &'a str,
}

#[derive(Serialize)]
pub struct Entry<'a> {
    pub path: &'a str,
    pub immutable: bool,
    pub content_type: &'static str,
    /// Copies ending in `.br` and `.gz` lie beside it.
    pub compressed: bool,
    /// Of the content: an ETag for files that keep their names.
    pub hash: String,
}

impl<'a> Manifest<'a> {
    pub(super) fn of(assets: &'a Assets) -> Self {
        Self {
            code: start(&assets.first),
            modules: assets.others.iter().map(|code| (code.module.name, start(code))).collect(),
            css: &assets.css,
            preload_fonts: &assets.preload_fonts,
            files: assets.all.iter().map(entry).collect(),
        }
    }
}

fn start(code: &Code) -> Start<'_> {
    Start { js: &code.js, wasm: &code.wasm }
}

fn entry(asset: &Asset) -> Entry<'_> {
    Entry {
        path: &asset.path,
        immutable: asset.immutable,
        content_type: asset.content_type(),
        compressed: asset.is_compressible(),
        hash: hash::short(&asset.bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::super::modules;
    use super::*;

    #[test]
    fn the_manifest_names_the_entry_points_and_describes_every_file() {
        let css = Asset::named_by_content("/pkg", "foyer.css", b"abc".to_vec());
        let assets = Assets {
            first: Code::made_up(&modules::FIRST),
            others: vec![Code::made_up(&modules::OF_SINGLE_PAGES[0])],
            css: css.path.clone(),
            preload_fonts: vec!["/pkg/fonts/a.3.woff2".into()],
            all: vec![css, Asset::keeping_its_name("/favicon.svg".into(), b"<svg/>".to_vec())],
        };
        let json = serde_json::to_value(Manifest::of(&assets)).unwrap();
        assert_eq!(json["code"]["wasm"], "/pkg/foyer.00.wasm");
        assert_eq!(json["modules"]["editor"]["js"], "/pkg/editor.00.js");
        assert_eq!(json["css"], "/pkg/foyer.ba7816bf8f01cfea.css");
        assert_eq!(json["preload_fonts"][0], "/pkg/fonts/a.3.woff2");
        assert_eq!(json["files"][0]["immutable"], true);
        assert_eq!(json["files"][1]["immutable"], false);
        assert_eq!(json["files"][1]["content_type"], "image/svg+xml");
        assert_eq!(json["files"][1]["compressed"], true);
    }
}
