use leptos::prelude::*;

/// A hidden field with the time zone the browser is in. Without an answer the zone is chosen later.
#[island]
pub fn BrowserZone(name: String) -> impl IntoView {
    let zone = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(known) = browser::zone() {
            zone.set(known);
        }
    });
    view! { <input type="hidden" name=name value=zone /> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use wasm_bindgen::JsValue;

    pub fn zone() -> Option<String> {
        let options = js_sys::Intl::DateTimeFormat::default().resolved_options();
        js_sys::Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?.as_string()
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn zone() -> Option<String> {
        None
    }
}
