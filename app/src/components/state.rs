//! What a list shows when it has nothing to show.

use leptos::prelude::*;

use crate::components::poster::RowOfSeats;

/// Nothing here yet, and what to do about it.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    #[prop(into)] words: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="state" role="status">
            <RowOfSeats count=5 />
            <h2>{title}</h2>
            <p>{words}</p>
            {children.map(|children| children())}
        </div>
    }
}

/// Shown while the data of a page is on its way.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="state" role="status" aria-busy="true">
            <RowOfSeats count=5 />
            <p class="soft">"One moment"</p>
        </div>
    }
}
