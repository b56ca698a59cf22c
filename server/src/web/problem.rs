//! Refusals and faults as RFC 9457 problem documents.

use app::api_error::ApiError;
use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::outcome::{Failure, Fault};
use domain::refusal::{FieldProblem, Refusal};
use serde::Serialize;
use utoipa::ToSchema;

/// What every operation answers when it did not succeed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemBody {
    /// Where the code is described.
    #[serde(rename = "type")]
    #[schema(example = "/api/docs#email_taken")]
    kind: String,
    /// The status in words.
    #[schema(example = "Conflict")]
    title: String,
    #[schema(example = 409)]
    status: u16,
    /// What happened, why, and what to do next.
    #[schema(example = "An account with this mail address exists. Sign in, or reset the password.")]
    detail: String,
    /// Stable, for programs.
    #[schema(example = "email_taken")]
    code: String,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldError {
    #[schema(example = "email")]
    field: String,
    #[schema(example = "Enter a mail address.")]
    message: String,
}

impl From<FieldProblem> for FieldError {
    fn from(problem: FieldProblem) -> Self {
        Self { field: problem.field, message: problem.message }
    }
}

#[derive(Debug)]
pub struct Problem(pub ApiError);

impl<E: Into<ApiError>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.0.status();
        let ApiError { code, sentence, problems, retry_after_seconds, .. } = self.0;
        let body = ProblemBody {
            kind: format!("/api/docs#{code}"),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail: sentence,
            code,
            errors: problems.into_iter().map(FieldError::from).collect(),
        };
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = retry_after_seconds {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == axum::http::StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// For handlers that answer a refusal by hand.
pub fn refuse(refusal: Refusal) -> Response {
    Problem::from(refusal).into_response()
}

/// For failures outside REST handlers.
pub fn fail(failure: Failure) -> Response {
    Problem::from(failure).into_response()
}

pub fn fault(fault: Fault) -> Response {
    Problem::from(fault).into_response()
}
