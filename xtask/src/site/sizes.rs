//! How much a browser has to download before the page wakes up, and how much that may be.

use super::assets::Asset;
use super::compress::Squeezed;
use crate::fault::{Outcome, fail};

/// wasm and JavaScript together, brotli.
const BUDGET: usize = 150 * 1024;

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    brotli: usize,
}

pub struct Sizes {
    wasm: Size,
    js: Size,
    css: Size,
}

impl Sizes {
    pub fn of(assets: &[Asset], squeezed: &[Option<Squeezed>]) -> Self {
        let total = |extension: &str| {
            assets
                .iter()
                .zip(squeezed)
                .filter(|(asset, _)| asset.path.starts_with("/pkg/") && asset.extension() == extension)
                .fold(Size::default(), |sum, (asset, squeezed)| Size {
                    raw: sum.raw + asset.bytes.len(),
                    brotli: sum.brotli + squeezed.as_ref().map_or(asset.bytes.len(), |copies| copies.brotli.len()),
                })
        };
        Self { wasm: total("wasm"), js: total("js"), css: total("css") }
    }

    pub fn table(&self) -> String {
        let row = |name: &str, size: Size| {
            format!("      {name:<12}{:>10}{:>10}", kibibytes(size.raw), kibibytes(size.brotli))
        };
        [
            format!("      {:<12}{:>10}{:>10}", "", "raw", "brotli"),
            row("wasm", self.wasm),
            row("JavaScript", self.js),
            row("CSS", self.css),
            format!("      wasm + JavaScript: {} of {}", kibibytes(self.code()), kibibytes(BUDGET)),
        ]
        .join("\n")
    }

    pub fn check_budget(&self) -> Outcome {
        if self.code() <= BUDGET {
            return Ok(());
        }
        fail(format!(
            "wasm and JavaScript together take {} (brotli), more than the budget of {} in xtask/src/site/sizes.rs",
            kibibytes(self.code()),
            kibibytes(BUDGET)
        ))
    }

    fn code(&self) -> usize {
        self.wasm.brotli + self.js.brotli
    }
}

fn kibibytes(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1024);
    format!("{}.{} KiB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(wasm: usize, js: usize) -> Sizes {
        let size = |brotli| Size { raw: brotli * 3, brotli };
        Sizes { wasm: size(wasm), js: size(js), css: size(1024) }
    }

    #[test]
    fn the_budget_counts_wasm_and_javascript_but_not_styles() {
        assert!(sizes(140 * 1024, 10 * 1024).check_budget().is_ok());
        assert!(sizes(140 * 1024, 10 * 1024 + 1).check_budget().is_err());
    }

    #[test]
    fn the_table_shows_raw_and_brotli() {
        let table = sizes(2048, 1024).table();
        assert!(table.contains("wasm           6.0 KiB   2.0 KiB"), "{table}");
        assert!(table.contains("wasm + JavaScript: 3.0 KiB of 150.0 KiB"), "{table}");
    }

    #[test]
    fn only_code_and_styles_below_pkg_are_counted() {
        let assets = [
            Asset::named_by_content("/pkg", "foyer.js", vec![0; 100]),
            Asset::keeping_its_name("/service-worker.js".into(), vec![0; 100]),
        ];
        let sizes = Sizes::of(&assets, &[Some(Squeezed { brotli: vec![0; 40], gzip: vec![] }), None]);
        assert_eq!((sizes.js.raw, sizes.js.brotli), (100, 40));
    }
}
