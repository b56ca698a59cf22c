//! What every page knows about the site it is on, and about the form it answers.

use axum::http::request::Parts;
use leptos::prelude::{ReadUntracked as _, use_context};
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::api_error::ApiError;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    /// How people reach it, without a slash behind.
    pub public_url: String,
    /// Mails are kept and shown instead of sent.
    pub has_mailbox: bool,
}

/// A form that was refused: the page is drawn again with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub function: String,
    pub error: ApiError,
    pub values: Vec<(String, String)>,
}

pub fn site() -> Site {
    use_context().unwrap_or_default()
}

/// What the address asks for behind its question mark.
pub fn asked(name: &str) -> Option<String> {
    use_query_map().read_untracked().get(name)
}

/// What the path of the page names.
pub fn named(name: &str) -> String {
    use_params_map().read_untracked().get(name).unwrap_or_default()
}

/// The address of the page, for forms: without it the browser would keep the mark behind `#` over everything that
/// follows.
pub fn here() -> String {
    let parts = use_context::<Parts>();
    parts.and_then(|parts| Some(parts.uri.path_and_query()?.to_string())).unwrap_or_else(|| "/".into())
}

pub fn submitted_to(function: &str) -> Option<Submitted> {
    use_context::<Submitted>().filter(|submitted| submitted.function == function)
}
