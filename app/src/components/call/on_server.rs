//! On the server a function that loads something is called where it stands; forms are not sent from here.

use leptos::ev::SubmitEvent;
use leptos::server_fn::ServerFn;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Answering;
use crate::api_error::ApiError;

pub fn run<F>(question: String) -> Answering
where
    F: ServerFn<Error = ApiError> + DeserializeOwned + Send + 'static,
    F::Output: Serialize,
{
    Box::pin(async move {
        let broken =
            |error: serde_json::Error| ApiError::from(domain::outcome::Fault::because("a page asked wrongly", error));
        let input: F = serde_json::from_str(&question).map_err(broken)?;
        let output = input.run_body().await?;
        serde_json::to_string(&output).map_err(broken)
    })
}

pub fn post(_: &'static str, _: String) -> Answering {
    Box::pin(async { Err(ApiError::unreachable()) })
}

pub fn form_fields(_: &SubmitEvent) -> Option<String> {
    None
}

pub fn clear_passwords<T>(_: &T) {}
