use leptos::prelude::*;

/// A drawing from the sprite. It says nothing by itself: the words stand beside it or in the label around it.
#[component]
pub fn Icon(name: &'static str, #[prop(optional)] small: bool, #[prop(optional)] large: bool) -> impl IntoView {
    let class = match (small, large) {
        (true, _) => "icon small",
        (_, true) => "icon large",
        _ => "icon",
    };
    view! {
        <svg class=class aria-hidden="true">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
}
