//! What the editor needs of the page around it.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

pub fn window() -> Window {
    WINDOW.with(Clone::clone)
}

pub fn document() -> Document {
    DOCUMENT.with(Clone::clone)
}

pub fn on_next_frame(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    // Every window gives out frames.
    let _ = window().request_animation_frame(act.unchecked_ref());
}

pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// A number that an element carries.
pub fn number_on(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

pub fn input(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

/// Nothing when it is so already.
pub fn attribute(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // An attribute of a proper name can always be set.
        let _ = element.set_attribute(name, value);
    }
}

pub fn hide(element: &Element, hidden: bool) {
    let _ = element.toggle_attribute_with_force("hidden", hidden);
}

pub fn open_dialog(id: &str, open: bool) {
    let dialog = document().get_element_by_id(id).and_then(|dialog| dialog.dyn_into::<HtmlElement>().ok());
    if let Some(dialog) = dialog {
        // One that is open already stays so.
        let _ = if open { dialog.show_popover() } else { dialog.hide_popover() };
    }
}
