//! Calendars that are asked for again and again: an answer that is the same is not sent twice.

use std::convert::Infallible;
use std::fmt::Write as _;

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};

/// What `If-None-Match` names.
pub struct AlreadyHas(String);

impl<S: Sync> FromRequestParts<S> for AlreadyHas {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let named = parts.headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        Ok(Self(named.unwrap_or_default().to_owned()))
    }
}

impl AlreadyHas {
    fn names(&self, tag: &str) -> bool {
        self.0.split(',').any(|named| named.trim() == "*" || named.trim() == tag)
    }
}

pub struct Calendar {
    pub name: &'static str,
    pub text: String,
}

impl Calendar {
    pub fn answer(self, already: &AlreadyHas) -> Response {
        let tag = tag_of(&self.text);
        let headers = [
            (header::ETAG, tag.clone()),
            // What was cancelled must be known at once: it is kept, but asked about before it is shown.
            (header::CACHE_CONTROL, "private, no-cache".to_owned()),
            (header::VARY, "Authorization, Cookie".to_owned()),
        ];
        if already.names(&tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let kind = [
            (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, format!("inline; filename=\"{}.ics\"", self.name)),
        ];
        (headers, kind, self.text).into_response()
    }
}

/// Weak: it may be compressed on its way.
fn tag_of(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut tag = String::from("W/\"");
    for byte in digest.iter().take(16) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}

/// A route knows no endings: `/events/{id}.ics` is asked for as `/events/{id}/ics`.
pub fn find_entry(mut request: Request) -> Request {
    let uri = request.uri();
    let entry = uri.path().strip_prefix("/api/v1/events/").and_then(|rest| rest.strip_suffix(".ics"));
    if let Some(id) = entry.filter(|id| !id.contains('/')) {
        let path = format!("/api/v1/events/{id}/ics");
        if let Ok(found) = uri.query().map_or_else(|| path.clone(), |query| format!("{path}?{query}")).parse() {
            *request.uri_mut() = found;
        }
    }
    request
}
