//! How much a browser has to download before the page wakes up, and how much that may be.

use super::Assets;
use super::assets::Asset;
use super::code::Code;
use super::compress::Squeezed;
use super::modules::Module;
use crate::fault::{Outcome, fail};

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// Of one module.
struct CodeSize {
    module: &'static Module,
    wasm: Size,
    js: Size,
}

pub struct Sizes {
    first: CodeSize,
    others: Vec<CodeSize>,
    css: Size,
}

impl Sizes {
    pub(super) fn of(assets: &Assets, squeezed: &[Option<Squeezed>]) -> Self {
        let total = |belongs: &dyn Fn(&Asset) -> bool| {
            assets.all.iter().zip(squeezed).filter(|(asset, _)| belongs(asset)).fold(
                Size::default(),
                |sum, (asset, squeezed)| Size {
                    raw: sum.raw + asset.bytes.len(),
                    brotli: sum.brotli + squeezed.as_ref().map_or(asset.bytes.len(), |copies| copies.brotli.len()),
                },
            )
        };
        let of_code = |code: &Code| CodeSize {
            module: code.module,
            wasm: total(&|asset| code.has(&asset.path) && asset.extension() == "wasm"),
            js: total(&|asset| code.has(&asset.path) && asset.extension() == "js"),
        };
        Self {
            first: of_code(&assets.first),
            others: assets.others.iter().map(of_code).collect(),
            css: total(&|asset| asset.path.starts_with("/pkg/") && asset.extension() == "css"),
        }
    }

    pub fn table(&self) -> String {
        let row = |name: &str, kind: &str, size: Size| {
            format!("      {name:<9}{kind:<12}{:>10}{:>11}", kibibytes(size.raw), kibibytes(size.brotli))
        };
        let mut lines = vec![format!("      {:<21}{:>10}{:>11}", "", "raw", "brotli")];
        for code in self.code() {
            lines.push(row(code.module.name, "wasm", code.wasm));
            lines.push(row(code.module.name, "JavaScript", code.js));
        }
        lines.push(row("", "CSS", self.css));
        for code in self.code() {
            let (total, budget) = (kibibytes(self.with(code)), kibibytes(code.module.budget));
            lines.push(format!("      wasm + JavaScript {}: {total} of {budget}", self.pages(code)));
        }
        lines.join("\n")
    }

    pub fn check_budget(&self) -> Outcome {
        let Some(code) = self.code().find(|code| self.with(code) > code.module.budget) else { return Ok(()) };
        fail(format!(
            "wasm and JavaScript {} take {} together (brotli), more than the budget of {} in xtask/src/site/modules.rs",
            self.pages(code),
            kibibytes(self.with(code)),
            kibibytes(code.module.budget)
        ))
    }

    fn code(&self) -> impl Iterator<Item = &CodeSize> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// What a page with the module downloads.
    fn with(&self, code: &CodeSize) -> usize {
        let own = |code: &CodeSize| code.wasm.brotli + code.js.brotli;
        if self.is_first(code) { own(code) } else { own(&self.first) + own(code) }
    }

    fn pages(&self, code: &CodeSize) -> String {
        if self.is_first(code) { "of every page".into() } else { format!("of pages with {}", code.module.name) }
    }

    fn is_first(&self, code: &CodeSize) -> bool {
        code.module.name == self.first.module.name
    }
}

fn kibibytes(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1024);
    format!("{}.{} KiB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::super::modules::{FIRST, OF_SINGLE_PAGES};
    use super::*;

    fn size(brotli: usize) -> Size {
        Size { raw: brotli * 3, brotli }
    }

    fn sizes(first: usize, other: usize) -> Sizes {
        let code = |module, wasm| CodeSize { module, wasm: size(wasm), js: size(1024) };
        Sizes { first: code(&FIRST, first), others: vec![code(&OF_SINGLE_PAGES[0], other)], css: size(1024) }
    }

    #[test]
    fn the_budget_of_every_page_counts_wasm_and_javascript_of_the_first_module() {
        assert!(sizes(FIRST.budget - 1024, 0).check_budget().is_ok());
        assert!(sizes(FIRST.budget - 1023, 0).check_budget().is_err());
    }

    #[test]
    fn the_budget_of_pages_with_a_module_counts_both() {
        let room = OF_SINGLE_PAGES[0].budget - 2048 - 100_000;
        assert!(sizes(100_000, room).check_budget().is_ok());
        assert!(sizes(100_000, room + 1).check_budget().is_err());
    }

    #[test]
    fn the_table_shows_every_module_raw_and_brotli() {
        let table = sizes(2048, 4096).table();
        assert!(table.contains("foyer    wasm           6.0 KiB    2.0 KiB"), "{table}");
        assert!(table.contains("editor   wasm          12.0 KiB    4.0 KiB"), "{table}");
        assert!(table.contains("of every page: 3.0 KiB of 150.0 KiB"), "{table}");
        assert!(table.contains("of pages with editor: 8.0 KiB of"), "{table}");
    }

    #[test]
    fn a_file_counts_where_it_belongs_and_nowhere_else() {
        let asset = |path: &str| Asset::keeping_its_name(path.into(), vec![0; 100]);
        let assets = Assets {
            all: ["/pkg/foyer.00.js", "/pkg/editor.00.js", "/service-worker.js"].map(asset).into(),
            first: Code::made_up(&FIRST),
            others: vec![Code::made_up(&OF_SINGLE_PAGES[0])],
            css: String::new(),
            preload_fonts: Vec::new(),
        };
        let sizes = Sizes::of(&assets, &[Some(Squeezed { brotli: vec![0; 40], gzip: vec![] }), None, None]);
        assert_eq!((sizes.first.js.raw, sizes.first.js.brotli), (100, 40));
        assert_eq!(sizes.others[0].js.raw, 100);
    }
}
