//! Who is asking, for server functions and pages: what the server found out about the request before it came here.

use axum::http::HeaderValue;
use axum::http::header::{HeaderName, SET_COOKIE};
use axum::http::request::Parts;
use domain::accounts::{Caller, Visit};
use domain::outcome::Fault;
use domain::platform::Platform;
use domain::refusal::Refusal;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::api_error::ApiError;

/// Where the page should go on after a form: read by the server for forms sent without JavaScript.
pub const NEXT_PAGE: HeaderName = HeaderName::from_static("foyer-next");

/// Put into the request by the server: who asks (nobody, or why they cannot be known), and from where.
#[derive(Clone, Debug)]
pub struct Asking {
    pub caller: Result<Option<Caller>, Refusal>,
    pub visit: Visit,
    /// The refresh token the browser holds, for signing out.
    pub refresh_token: Option<String>,
    /// Whether cookies must travel over TLS only.
    pub secure: bool,
}

pub fn platform() -> Result<Platform, ApiError> {
    use_context::<Platform>().ok_or_else(|| Fault::new("a page was drawn without a platform").into())
}

pub fn asking() -> Result<Asking, ApiError> {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<Asking>().cloned())
        .ok_or_else(|| Fault::new("a request came without its asker").into())
}

/// The signed-in person, or the refusal to go on without one.
pub fn caller() -> Result<Caller, ApiError> {
    Ok(asking()?.caller?.ok_or(Refusal::SignInRequired)?)
}

/// Whoever it is: a visitor, too.
pub fn anybody() -> Result<Option<Caller>, ApiError> {
    Ok(asking()?.caller.unwrap_or_default())
}

pub fn set_cookie(cookie: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(cookie)) {
        response.append_header(SET_COOKIE, value);
    }
}

/// Names the page to go on with; answers it for the browser as well.
pub fn go_on_with(path: &str) -> String {
    let path = local_path(path);
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&path)) {
        response.insert_header(NEXT_PAGE, value);
    }
    path
}

/// A path on this site, whatever was asked for: never another site, never a broken header.
pub fn local_path(wanted: &str) -> String {
    let local = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains('\\')
        && wanted.len() <= 500
        && wanted.bytes().all(|byte| (0x21..0x7f).contains(&byte));
    if local { wanted.to_owned() } else { "/".into() }
}

/// What stands in an address may be anything; what cannot be an id names nothing.
pub fn id_in_address<T: std::str::FromStr>(text: &str) -> Result<T, ApiError> {
    Ok(text.parse().map_err(|_| Refusal::NotFound)?)
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_this_site_are_gone_on_with() {
        assert_eq!(local_path("/settings/profile?a=b#c"), "/settings/profile?a=b#c");
        for wanted in [
            "",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/a\r\nSet-Cookie: x=y",
            "/ü",
            "javascript:alert(1)",
        ] {
            assert_eq!(local_path(wanted), "/", "{wanted:?}");
        }
    }
}
