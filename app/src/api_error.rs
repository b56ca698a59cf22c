//! The only place where a refusal or a fault becomes what a caller gets: a status and a body.

use domain::refusal::{FieldProblem, Kind, Refusal};
use http::StatusCode;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// What a server function answers instead of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "error", content = "detail", rename_all = "snake_case")]
pub enum ApiError {
    Refused(Refusal),
    /// Something of ours broke. The reference stands in the log beside the reason.
    Fault(String),
    /// The answer did not arrive; only the browser ever says this.
    Unreachable,
}

impl ApiError {
    pub fn sentence(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.sentence(),
            Self::Fault(reference) => {
                format!(
                    "Something broke on our side, and it has been written down. If it happens again, tell us {reference}."
                )
            }
            Self::Unreachable => "The server could not be reached. Check your connection and try again.".into(),
        }
    }

    pub fn problems(&self) -> Vec<FieldProblem> {
        match self {
            Self::Refused(refusal) => refusal.problems(),
            Self::Fault(_) | Self::Unreachable => Vec::new(),
        }
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => status_of(refusal),
            Self::Fault(_) | Self::Unreachable => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub fn is(&self, refusal: &Refusal) -> bool {
        matches!(self, Self::Refused(own) if own == refusal)
    }
}

pub fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal.kind() {
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::Refused(Refusal::MalformedRequest("a field is missing or has the wrong form".into()))
            }
            ServerFnErrorErr::Deserialization(_) => {
                Self::Refused(Refusal::MalformedRequest("its body is not what was expected".into()))
            }
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            _ => Self::Fault("unnamed".into()),
        }
    }
}

#[cfg(feature = "ssr")]
mod faults {
    use domain::outcome::{Failure, Fault};

    use super::ApiError;

    tokio::task_local! {
        /// The id of the request that is being answered: what a fault is known by to its caller and in the log.
        pub static REQUEST_REFERENCE: String;
    }

    impl From<Failure> for ApiError {
        fn from(failure: Failure) -> Self {
            match failure {
                Failure::Refused(refusal) => Self::Refused(refusal),
                Failure::Fault(fault) => fault.into(),
            }
        }
    }

    impl From<Fault> for ApiError {
        /// Logged here, once.
        fn from(fault: Fault) -> Self {
            let reference = REQUEST_REFERENCE.try_with(Clone::clone).unwrap_or_else(|_| "unnamed".into());
            tracing::error!(reference, reason = fault.chain(), "a request hit a fault");
            Self::Fault(reference)
        }
    }
}

#[cfg(feature = "ssr")]
pub use faults::REQUEST_REFERENCE;
