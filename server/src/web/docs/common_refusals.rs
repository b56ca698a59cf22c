//! What every operation of a kind may answer, described once instead of at each.

use axum::http::StatusCode;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::{OpenApi, Ref, RefOr, Response, ResponseBuilder};

/// Operations that take JSON may be sent something else.
const OF_JSON: [(&str, &str); 4] = [
    ("400", "`malformed_request`: the JSON cannot be read"),
    ("413", "`too_large`"),
    ("415", "`unsupported_media_type`: send application/json"),
    ("422", "`invalid_input`: a field is missing or cannot be used"),
];

pub fn describe(mut openapi: OpenApi) -> OpenApi {
    for item in openapi.paths.paths.values_mut() {
        let operations =
            [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten();
        for operation in operations {
            if takes_json(operation) {
                for (status, description) in OF_JSON {
                    operation.responses.responses.entry(status.into()).or_insert_with(|| problem(description));
                }
            }
            describe_by_status(operation);
        }
    }
    openapi
}

/// Every answer must say what it is; most say it all by their status.
fn describe_by_status(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            let status = StatusCode::from_bytes(status.as_bytes()).unwrap_or_default();
            response.description = status.canonical_reason().unwrap_or("An answer").into();
        }
    }
}

fn takes_json(operation: &Operation) -> bool {
    match &operation.request_body {
        Some(RefOr::T(body)) => body.content.contains_key("application/json"),
        Some(RefOr::Ref(_)) | None => false,
    }
}

fn problem(description: &str) -> RefOr<Response> {
    let schema = Ref::from_schema_name("ProblemBody");
    let content = ContentBuilder::new().schema(Some(schema)).build();
    RefOr::T(ResponseBuilder::new().description(description).content("application/problem+json", content).build())
}
