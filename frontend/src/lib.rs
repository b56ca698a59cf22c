//! Wakes the server-rendered page up in the browser. Nothing else belongs here.
#![cfg(target_arch = "wasm32")]

use app::App;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(App);
}
