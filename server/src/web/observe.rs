//! What every request leaves behind: a line in the log, a count and a time in the metrics, and an id that stands in
//! both and in the answer.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use app::api_error::REQUEST_REFERENCE;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use domain::outcome::Fault;
use domain::platform::{Clock, Random};
use futures::FutureExt as _;

use super::problem::fault;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub async fn observe(request: Request, next: Next) -> Response {
    let started = Clock::System.now();
    let id = reference();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "unmatched".to_owned(), |path| path.as_str().to_owned());
    let path = request.uri().path().to_owned();
    let mut response = REQUEST_REFERENCE.scope(id.clone(), next.run(request)).await;
    let took = Clock::System.now().since(started);
    let status = response.status();
    count(method.as_str(), &route, status.as_u16(), took);
    if status.is_server_error() {
        tracing::warn!(request = id, %method, path, status = status.as_u16(), took_us = micros(took), "answered");
    } else {
        tracing::info!(request = id, %method, path, status = status.as_u16(), took_us = micros(took), "answered");
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID.clone(), value);
    }
    response
}

/// A bug in one request must not cost the connection, and its caller gets a number to name.
pub async fn catch_panic(request: Request, next: Next) -> Response {
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => fault(Fault::new("a request panicked")),
    }
}

fn count(method: &str, route: &str, status: u16, took: Duration) {
    let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
    metrics::counter!("foyer_http_requests_total", &labels).increment(1);
    metrics::histogram!("foyer_http_request_seconds", "route" => route.to_owned()).record(took.as_secs_f64());
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// Eight letters and digits that can be read out on the telephone: none that look like another.
fn reference() -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    thread_local! {
        static RANDOM: Option<Random> = Random::from_system().ok();
    }
    let bytes = RANDOM.with(|random| random.as_ref().map(Random::bytes::<8>)).unwrap_or_default();
    let letters: Vec<char> =
        bytes.iter().map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()])).collect();
    let (left, right) = letters.split_at(4);
    format!("{}-{}", left.iter().collect::<String>(), right.iter().collect::<String>())
}
