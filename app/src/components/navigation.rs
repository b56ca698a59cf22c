//! What must happen when the page changes without being loaded anew: the focus goes to the new page, so that a screen
//! reader says it and the keyboard starts there, and what was open closes.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[component]
pub fn OnNavigation() -> impl IntoView {
    let location = use_location();
    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        if before.is_some_and(|before| before != path) {
            browser::close_what_is_open();
            browser::focus_on_the_page();
        }
        path
    });
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast as _;
    use web_sys::HtmlElement;

    pub fn close_what_is_open() {
        if let Some(open) = find(":popover-open") {
            let _ = open.hide_popover();
        }
    }

    /// After the new page was drawn.
    pub fn focus_on_the_page() {
        leptos::prelude::request_animation_frame(|| {
            if let Some(main) = find("#main") {
                let _ = main.focus();
            }
        });
    }

    fn find(selector: &str) -> Option<HtmlElement> {
        document().query_selector(selector).ok()??.dyn_into().ok()
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn close_what_is_open() {}

    pub fn focus_on_the_page() {}
}
