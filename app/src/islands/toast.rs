//! A few words about what just succeeded, said politely and gone by themselves.

use std::time::Duration;

use leptos::prelude::*;

use crate::parts::icon::Icon;

const SHOWN_FOR: Duration = Duration::from_secs(6);

#[island]
pub fn Toast(words: String) -> impl IntoView {
    let shown = RwSignal::new(true);
    // Emptied and filled again, because what stands in a page from its beginning is not read out.
    let said = RwSignal::new(words.clone());
    Effect::new(move |_| {
        browser::forget_in_address();
        said.set(String::new());
        let words = words.clone();
        request_animation_frame(move || said.set(words));
        set_timeout(move || shown.set(false), SHOWN_FOR);
    });
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <div class="toast" hidden=move || !shown.get()>
                <p>{said}</p>
                <button class="button small quiet" type="button" aria-label="Close" on:click=move |_| shown.set(false)>
                    <Icon name="close" small=true />
                </button>
            </div>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::window;
    use wasm_bindgen::JsValue;

    /// Loading the page anew should not say it again.
    pub fn forget_in_address() {
        let location = window().location();
        let (Ok(path), Ok(query), Ok(history)) = (location.pathname(), location.search(), window().history()) else {
            return;
        };
        let kept: String = query
            .trim_start_matches('?')
            .split('&')
            .filter(|pair| !pair.is_empty() && *pair != "saved" && !pair.starts_with("saved="))
            .collect::<Vec<_>>()
            .join("&");
        let address = if kept.is_empty() { path } else { format!("{path}?{kept}") };
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

#[cfg(not(feature = "hydrate"))]
mod browser {
    pub fn forget_in_address() {}
}
