//! `public/`: fonts get a hash in their names, everything else keeps its name at the root of the site.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets::Asset;
use crate::fault::Outcome;
use crate::workspace::{list_files, read_file};

#[derive(Default)]
pub struct Public {
    pub assets: Vec<Asset>,
    /// From the path a style sheet uses to the one with the hash.
    pub renamed: BTreeMap<String, String>,
    pub preload_fonts: Vec<String>,
}

pub fn collect(folder: &Path) -> Outcome<Public> {
    let mut public = Public::default();
    for file in list_files(folder)? {
        if let Ok(relative) = file.strip_prefix(folder) {
            public.add(&relative.to_string_lossy(), read_file(&file)?);
        }
    }
    Ok(public)
}

impl Public {
    fn add(&mut self, relative: &str, bytes: Vec<u8>) {
        let Some(font) = relative.strip_prefix("fonts/").filter(|name| name.ends_with(".woff2")) else {
            self.assets.push(Asset::keeping_its_name(format!("/{relative}"), bytes));
            return;
        };
        let asset = Asset::named_by_content("/pkg/fonts", font, bytes);
        // The -ext files hold rarer letters and arrive only where a page needs them.
        if !font.ends_with("-ext.woff2") {
            self.preload_fonts.push(asset.path.clone());
        }
        self.renamed.insert(format!("/{relative}"), asset.path.clone());
        self.assets.push(asset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_hashed_and_only_the_plain_ones_preloaded() {
        let mut public = Public::default();
        public.add("fonts/serif.woff2", b"abc".to_vec());
        public.add("fonts/serif-ext.woff2", b"abcd".to_vec());
        public.add("fonts/serif.OFL.txt", b"licence".to_vec());
        public.add("favicon.svg", b"<svg/>".to_vec());
        assert_eq!(public.preload_fonts, ["/pkg/fonts/serif.ba7816bf8f01cfea.woff2"]);
        assert_eq!(public.renamed["/fonts/serif.woff2"], "/pkg/fonts/serif.ba7816bf8f01cfea.woff2");
        let paths: Vec<_> = public.assets.iter().map(|asset| asset.path.as_str()).collect();
        assert!(paths.contains(&"/favicon.svg") && paths.contains(&"/fonts/serif.OFL.txt"));
    }
}
