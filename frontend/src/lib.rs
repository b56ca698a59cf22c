//! Wakes the islands of a page up in the browser. Nothing else belongs here.
#![cfg(target_arch = "wasm32")]

// Islands are found by their names, which the linker keeps only of crates it knows.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
