use leptos::prelude::*;

/// The button that sends its form. While the answer is on its way it says so and sends nothing twice: that is the
/// work of `islands::FormManners`, for every form there is.
#[component]
pub fn SubmitButton(
    #[prop(default = "button primary")] class: &'static str,
    #[prop(optional, into)] label: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <button class=class type="submit" aria-label=label>
            <span>{children()}</span>
        </button>
    }
}
