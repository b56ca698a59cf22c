use leptos::prelude::*;
use leptos_meta::Title;

use crate::components::toast::SavedToast;

/// The main part of a page, with its title in the tab.
#[component]
pub fn Page(
    #[prop(into)] title: String,
    #[prop(default = "page")] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title />
        <main class=class id="main" tabindex="-1">
            {children()}
        </main>
        <SavedToast />
    }
}

/// The page's one big heading, with a line below and something to do beside it.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div>
                <h1>{title}</h1>
                {(!lead.is_empty()).then(|| view! { <p>{lead}</p> })}
            </div>
            {children.map(|children| children())}
        </header>
    }
}

/// The pages at the door — sign in, register, links from mails: a column of words beside a poster.
#[component]
pub fn Entrance(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <Page title=title>
            <div class="entrance">
                <div>{children()}</div>
                <div class="poster-frame">
                    <crate::components::poster::HallPoster />
                </div>
            </div>
        </Page>
    }
}
