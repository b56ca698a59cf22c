//! The document around the page: head, fonts, styles, and the few lines that wake it up. Drawn by the server only.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::http::request::Parts;
use leptos::nonce::{Nonce, use_nonce};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;

use crate::caller::anybody;
use crate::components::code::{Code, Modules, Preload};
use crate::root::App;

/// Where the browser's files are: their names carry a hash of their content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    pub code: Code,
    pub modules: Modules,
    pub css: String,
    pub preload_fonts: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub assets: Assets,
    /// Under `cargo xtask dev` the page reloads itself after a rebuild.
    pub reloads: bool,
}

pub fn shell(frame: &Frame) -> AnyView {
    let nonce = use_nonce();
    set_headers(nonce.as_ref());
    let assets = frame.assets.clone();
    provide_context(assets.modules.clone());
    let theme = chosen_theme();
    view! {
        <!DOCTYPE html>
        <html lang="en" data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f8f8f3" />
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0a1712" />
                {assets
                    .preload_fonts
                    .into_iter()
                    .map(|font| {
                        view! { <link rel="preload" href=font r#as="font" type="font/woff2" crossorigin="anonymous" /> }
                    })
                    .collect::<Vec<_>>()}
                <link rel="stylesheet" href=assets.css />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <Preload code=assets.code.clone() />
                <script nonce=nonce.clone() inner_html=FIND_WITH_A_KEY></script>
                <script type="module" nonce=nonce.clone() inner_html=wake_up(&assets.code)></script>
                {frame.reloads.then(|| view! { <script nonce=nonce inner_html=RELOAD_AFTER_REBUILD></script> })}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
    .into_any()
}

/// Islands are woken up from the outside in, each by the function of its name. The mark is for styles that wait until
/// buttons work, and for browser tests.
fn wake_up(Code { js, wasm }: &Code) -> String {
    format!(
        "import * as foyer from \"{js}\";await foyer.default({{module_or_path:\"{wasm}\"}});foyer.hydrate();\
         for(const island of document.querySelectorAll('leptos-island'))foyer[island.dataset.component]?.(island);\
         document.documentElement.dataset.hydrated='';"
    )
}

/// A slash leads to the search, unless somebody is writing. It needs no island: the page needs not be awake for it.
const FIND_WITH_A_KEY: &str = "addEventListener('keydown',e=>{\
    if(e.key!=='/'||e.ctrlKey||e.metaKey||e.altKey||e.isComposing||e.defaultPrevented)return;\
    if(e.target.closest?.('input,textarea,select,canvas,[contenteditable]')||document.querySelector('[role=dialog]:popover-open'))return;\
    const field=['#find','#find-q'].map(id=>document.querySelector(id)).find(field=>field?.checkVisibility());\
    if(field){e.preventDefault();field.focus();field.select()}});";

/// The server names its start in the stream; another name after a lost connection means a new build.
const RELOAD_AFTER_REBUILD: &str = "let first;new EventSource('/dev/reload').onmessage=e=>{\
    if(first&&first!==e.data)location.reload();first=e.data};";

/// The theme somebody chose, from their cookie; without one the system decides.
fn chosen_theme() -> Option<&'static str> {
    let parts = use_context::<Parts>()?;
    let cookies = parts.headers.get_all(axum::http::header::COOKIE);
    cookies.iter().filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(';')).find_map(|pair| match pair
        .trim()
    {
        "foyer_theme=light" => Some("light"),
        "foyer_theme=dark" => Some("dark"),
        _ => None,
    })
}

fn is_signed_in() -> bool {
    anybody().is_ok_and(|caller| caller.is_some())
}

/// Nothing runs that did not come from us: scripts carry this page's nonce, and nobody frames the page.
fn set_headers(nonce: Option<&Nonce>) {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let nonce = nonce.map(|nonce| format!(" 'nonce-{nonce}'")).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{nonce}; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-src 'self'; \
         frame-ancestors 'none'; base-uri 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
    // Whoever comes after somebody who signed out must not find their pages by going back.
    let kept = if is_signed_in() { "private, no-store" } else { "private, no-cache" };
    response.insert_header(CACHE_CONTROL, HeaderValue::from_static(kept));
}
