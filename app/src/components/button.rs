use leptos::prelude::*;

/// The button that sends its form. While the answer is on its way it says so and sends nothing twice.
#[component]
pub fn SubmitButton(
    #[prop(into)] pending: Signal<bool>,
    #[prop(default = "button primary")] class: &'static str,
    #[prop(optional, into)] label: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class=class
            type="submit"
            aria-label=label
            aria-busy=move || pending.get().then_some("true")
            aria-disabled=move || pending.get().then_some("true")
        >
            <span>{children()}</span>
        </button>
    }
}
