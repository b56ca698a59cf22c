//! Telling the browser, and everybody who links here, what kind of page this is.

use http::StatusCode;
use http::header::{HeaderValue, LOCATION};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

pub fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// To another page of ours, whoever asks.
pub fn redirect(path: &str) {
    if let (Some(response), Ok(path)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) {
        response.set_status(StatusCode::FOUND);
        response.insert_header(LOCATION, path);
    }
}
