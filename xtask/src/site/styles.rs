//! The style sheets in one, without a byte too many. Nothing is translated for old browsers:
//! nesting, `light-dark()` and `oklch()` reach the browser as they are written.

use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};

use crate::fault::{Explain, Outcome};

pub fn bundle(entry: &Path) -> Outcome<String> {
    let files = FileProvider::new();
    let doing = || format!("cannot bundle {}", entry.display());
    let mut sheet =
        Bundler::new(&files, None, ParserOptions::default()).bundle(entry).map_err(|e| e.to_string()).explain(doing)?;
    sheet.minify(MinifyOptions::default()).map_err(|e| e.to_string()).explain(doing)?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })
        .map_err(|e| e.to_string())
        .explain(doing)?;
    Ok(printed.code)
}
