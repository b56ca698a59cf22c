//! The only place where a refusal or a fault becomes what a caller gets: a status and a body. It travels as plain
//! fields, so that the browser needs to know no more of refusals than how to show them.

use domain::refusal::FieldProblem;
use http::StatusCode;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// The codes pages act on themselves; everything else is only shown.
pub const SIGN_IN_REQUIRED: &str = "sign_in_required";
pub const SIGN_IN_ENDED: &str = "sign_in_ended";
pub const LINK_INVALID: &str = "link_invalid";
pub const EDITED_MEANWHILE: &str = "edited_meanwhile";

/// What a server function or a REST operation answers instead of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiError {
    status: u16,
    /// Stable, for programs.
    pub code: String,
    /// What happened, why, and what to do next.
    pub sentence: String,
    /// What is wrong with which field.
    pub problems: Vec<FieldProblem>,
    pub retry_after_seconds: Option<u64>,
    /// Where something of ours broke: the number that stands in the log beside the reason.
    pub reference: Option<String>,
}

impl ApiError {
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    pub fn is(&self, code: &str) -> bool {
        self.code == code
    }

    pub fn not_found() -> Self {
        Self::plain(StatusCode::NOT_FOUND, "not_found", "There is nothing here, or it is not for you to see.")
    }

    /// The answer did not arrive; only the browser ever says this.
    pub fn unreachable() -> Self {
        let sentence = "The server could not be reached. Check your connection and try again.";
        Self::plain(StatusCode::INTERNAL_SERVER_ERROR, "unreachable", sentence)
    }

    fn plain(status: StatusCode, code: &str, sentence: &str) -> Self {
        Self {
            status: status.as_u16(),
            code: code.into(),
            sentence: sentence.into(),
            problems: Vec::new(),
            retry_after_seconds: None,
            reference: None,
        }
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let malformed = |why: &str| Self::plain(StatusCode::BAD_REQUEST, "malformed_request", why);
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                malformed("The request could not be read: a field is missing or has the wrong form.")
            }
            ServerFnErrorErr::Deserialization(_) => {
                malformed("The request could not be read: its body is not what was expected.")
            }
            _ => Self::unreachable(),
        }
    }
}

#[cfg(feature = "ssr")]
mod from_domain;

#[cfg(feature = "ssr")]
pub use from_domain::REQUEST_REFERENCE;
