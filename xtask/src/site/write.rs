//! Puts the site on disk beside the old one and swaps the two, so that a running server never sees half a site.

use std::fs;
use std::path::Path;

use super::assets::Asset;
use super::compress::Squeezed;
use super::manifest::Manifest;
use crate::fault::{Explain, Outcome};
use crate::workspace::{remove_folder, write_file};

pub fn write_site(folder: &Path, assets: &[Asset], squeezed: &[Option<Squeezed>], manifest: &Manifest) -> Outcome {
    let manifest = serde_json::to_vec_pretty(manifest).explain(|| "cannot write the manifest".into())?;
    // The manifest holds the hash of every file: equal manifests, equal sites.
    if fs::read(folder.join("manifest.json")).is_ok_and(|present| present == manifest) {
        return Ok(());
    }
    let (new, old) = (folder.with_extension("new"), folder.with_extension("old"));
    remove_folder(&new)?;
    for (asset, squeezed) in assets.iter().zip(squeezed) {
        let path = new.join(asset.path.trim_start_matches('/'));
        write_file(&path, &asset.bytes)?;
        if let Some(squeezed) = squeezed {
            write_file(&with_suffix(&path, "br"), &squeezed.brotli)?;
            write_file(&with_suffix(&path, "gz"), &squeezed.gzip)?;
        }
    }
    write_file(&new.join("manifest.json"), &manifest)?;
    swap(folder, &new, &old)
}

fn with_suffix(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(".");
    path.push(suffix);
    path.into()
}

fn swap(folder: &Path, new: &Path, old: &Path) -> Outcome {
    remove_folder(old)?;
    if folder.exists() {
        fs::rename(folder, old).explain(|| format!("cannot set {} aside", folder.display()))?;
    }
    fs::rename(new, folder).explain(|| format!("cannot put {} in place", folder.display()))?;
    remove_folder(old)
}
