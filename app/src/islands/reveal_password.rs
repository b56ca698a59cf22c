use leptos::prelude::*;

use crate::parts::icon::Icon;

/// The button beside a password that shows what was typed.
#[island]
pub fn RevealPassword(field: String) -> impl IntoView {
    let shown = RwSignal::new(false);
    let controls = field.clone();
    let toggle = move |_| {
        shown.update(|shown| *shown = !*shown);
        if let Some(input) = document().get_element_by_id(&field) {
            let _ = input.set_attribute("type", if shown.get_untracked() { "text" } else { "password" });
        }
    };
    view! {
        <button
            class="field-reveal"
            type="button"
            aria-label="Show password"
            aria-controls=controls
            aria-pressed=move || if shown.get() { "true" } else { "false" }
            on:click=toggle
        >
            <span class="when-hidden">
                <Icon name="eye" />
            </span>
            <span class="when-shown">
                <Icon name="eye-off" />
            </span>
        </button>
    }
}
