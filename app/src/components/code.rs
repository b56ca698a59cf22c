//! Code for the browser: what every page starts from, and modules that only the page which names them loads.

use std::collections::BTreeMap;

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use serde::Deserialize;

/// A wasm and the JavaScript that loads it. Their names carry a hash of their content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Code {
    pub js: String,
    pub wasm: String,
}

/// By the names pages know them by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Modules(pub BTreeMap<String, Code>);

/// Fetched while the page is still being read.
#[component]
pub fn Preload(code: Code) -> impl IntoView {
    view! {
        <link rel="modulepreload" href=code.js />
        <link rel="preload" href=code.wasm r#as="fetch" type="application/wasm" crossorigin="anonymous" />
    }
}

/// Loads a module and lets it begin. It finds on the page what it works on; `<html data-…>` with its name tells styles
/// that it is there. Without it, because there is no JavaScript or no way to it, the page stays as it was drawn.
#[component]
pub fn Module(name: &'static str) -> impl IntoView {
    let code = use_context::<Modules>().and_then(|modules| modules.0.get(name).cloned());
    code.map(|code| {
        let start = start(name, &code);
        view! {
            <Preload code=code />
            <script type="module" nonce=use_nonce() inner_html=start></script>
        }
    })
}

/// It measures what the styles show of it, so the mark comes first.
fn start(name: &str, Code { js, wasm }: &Code) -> String {
    format!(
        "import load,{{begin}} from \"{js}\";await load({{module_or_path:\"{wasm}\"}});\
         document.documentElement.dataset.{name}='';begin();"
    )
}
