use axum::http::request::Parts;
use leptos::prelude::use_context;

/// To the sign-in page, and from there back here.
pub fn go_to_the_door() {
    let here = use_context::<Parts>().and_then(|parts| parts.uri.path_and_query().map(ToString::to_string));
    let next: String = form_urlencoded::byte_serialize(here.unwrap_or_default().as_bytes()).collect();
    leptos_axum::redirect(&format!("/login?next={next}"));
}
