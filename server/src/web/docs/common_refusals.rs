//! What every operation of a kind may answer, described once instead of at each.

use axum::http::StatusCode;
use utoipa::openapi::content::{Content, ContentBuilder};
use utoipa::openapi::path::Operation;
use utoipa::openapi::{OpenApi, Ref, RefOr, Response, ResponseBuilder};

/// Operations that take JSON may be sent something else.
const OF_JSON: [(&str, &str); 4] = [
    ("400", "`malformed_request`: the JSON cannot be read"),
    ("413", "`too_large`"),
    ("415", "`unsupported_media_type`: send application/json"),
    ("422", "`invalid_input`: a field is missing or cannot be used"),
];

const FROM_ELSEWHERE: &str = "`cross_site_request`: a page of another site asked";
const NOT_KNOWN: (&str, &str) = ("401", "`sign_in_required`, `sign_in_ended`: who asks is not known");
const IN_FLIGHT: (&str, &str) = ("409", "`idempotency_key_in_flight`: the first request with this key still runs");
const NOT_FOUND: (&str, &str) = ("404", "`not_found`: there is no such thing, or it is not for the caller to see");

pub fn describe(mut openapi: OpenApi) -> OpenApi {
    for (path, item) in &mut openapi.paths.paths {
        for operation in [&mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten() {
            describe_from_elsewhere(operation);
        }
        let operations =
            [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten();
        for operation in operations {
            let of_json = takes_json(operation).then_some(OF_JSON).into_iter().flatten();
            let not_known = operation.security.is_some().then_some(NOT_KNOWN);
            let not_found = path.contains('{').then_some(NOT_FOUND);
            let in_flight = takes_a_key(operation).then_some(IN_FLIGHT);
            for (status, description) in of_json.chain(not_known).chain(not_found).chain(in_flight) {
                operation.responses.responses.entry(status.into()).or_insert_with(|| answer(description));
            }
            complete(operation);
        }
    }
    openapi
}

/// What changes something is refused to pages of other sites, whatever else it is refused for.
fn describe_from_elsewhere(operation: &mut Operation) {
    let forbidden = operation.responses.responses.entry("403".into()).or_insert_with(|| answer(""));
    if let RefOr::T(forbidden) = forbidden {
        let other = std::mem::take(&mut forbidden.description);
        let joint = if other.is_empty() { "" } else { "; " };
        forbidden.description = format!("{other}{joint}{FROM_ELSEWHERE}");
    }
}

/// Every answer says what it is, most by their status alone, and every "no" is a problem document.
fn complete(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        let status = StatusCode::from_bytes(status.as_bytes()).unwrap_or_default();
        if response.description.is_empty() {
            response.description = status.canonical_reason().unwrap_or("An answer").into();
        }
        if status.is_client_error() {
            response.content.entry("application/problem+json".into()).or_insert_with(problem);
        }
    }
}

fn takes_json(operation: &Operation) -> bool {
    match &operation.request_body {
        Some(RefOr::T(body)) => body.content.contains_key("application/json"),
        Some(RefOr::Ref(_)) | None => false,
    }
}

fn takes_a_key(operation: &Operation) -> bool {
    operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.name == "Idempotency-Key"))
}

fn answer(description: &str) -> RefOr<Response> {
    RefOr::T(ResponseBuilder::new().description(description).build())
}

fn problem() -> RefOr<Content> {
    RefOr::T(ContentBuilder::new().schema(Some(Ref::from_schema_name("ProblemBody"))).build())
}
