//! Rewriting the names files call each other by, once these carry a hash.

use std::collections::BTreeMap;

use crate::fault::{Outcome, fail};

/// Makes the JavaScript load the wasm that lies beside it under its hashed name.
pub fn point_to_wasm(js: &str, module: &str, wasm_path: &str) -> Outcome<String> {
    // As wasm-bindgen calls it inside its JavaScript.
    let generated = format!("{module}_bg.wasm");
    if !js.contains(&generated) {
        return fail(format!(
            "wasm-bindgen's JavaScript no longer names {generated}; xtask/src/site/names.rs must follow"
        ));
    }
    let name = wasm_path.rsplit('/').next().unwrap_or(wasm_path);
    Ok(js.replace(&generated, name))
}

/// Replaces every old name; longer ones first, so that no name eats the beginning of another.
pub fn rename_all(text: &str, renamed: &BTreeMap<String, String>) -> String {
    let mut pairs: Vec<_> = renamed.iter().collect();
    pairs.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    pairs.into_iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_javascript_loads_the_hashed_wasm() {
        let js = "module_or_path = new URL('foyer_bg.wasm', import.meta.url);";
        let rewritten = point_to_wasm(js, "foyer", "/pkg/foyer.0123456789abcdef.wasm");
        assert_eq!(rewritten.unwrap(), "module_or_path = new URL('foyer.0123456789abcdef.wasm', import.meta.url);");
    }

    #[test]
    fn javascript_without_the_name_is_an_error_rather_than_a_page_that_never_wakes() {
        assert!(point_to_wasm("nothing", "foyer", "/pkg/foyer.00.wasm").is_err());
    }

    #[test]
    fn fonts_in_the_style_sheet_get_their_hashed_names() {
        let renamed = BTreeMap::from([
            ("/fonts/a.woff2".to_owned(), "/pkg/fonts/a.11.woff2".to_owned()),
            ("/fonts/a-ext.woff2".to_owned(), "/pkg/fonts/a-ext.22.woff2".to_owned()),
        ]);
        let css = "src:url(/fonts/a.woff2);src:url(/fonts/a-ext.woff2)";
        assert_eq!(rename_all(css, &renamed), "src:url(/pkg/fonts/a.11.woff2);src:url(/pkg/fonts/a-ext.22.woff2)");
    }
}
