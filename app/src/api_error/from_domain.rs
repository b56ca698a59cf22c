//! Refusals and faults of the use cases, made into answers.

use domain::outcome::{Failure, Fault};
use domain::refusal::{Kind, Refusal};
use http::StatusCode;

use super::ApiError;

tokio::task_local! {
    /// The id of the request that is being answered: what a fault is known by to its caller and in the log.
    pub static REQUEST_REFERENCE: String;
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self {
            status: status_of(refusal.kind()).as_u16(),
            code: refusal.code().into(),
            sentence: refusal.sentence(),
            retry_after_seconds: refusal.retry_after_seconds(),
            problems: refusal.problems(),
            reference: None,
        }
    }
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal.into(),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

impl From<Fault> for ApiError {
    /// Logged here, once.
    fn from(fault: Fault) -> Self {
        let reference = REQUEST_REFERENCE.try_with(Clone::clone).unwrap_or_else(|_| "unnamed".into());
        tracing::error!(reference, reason = fault.chain(), "a request hit a fault");
        let sentence = format!(
            "Something broke on our side, and it has been written down. If it happens again, tell us {reference}."
        );
        let reference = Some(reference);
        Self { reference, ..Self::plain(StatusCode::INTERNAL_SERVER_ERROR, "fault", &sentence) }
    }
}

fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Kind::AddressTooLong => StatusCode::URI_TOO_LONG,
        Kind::HeadersTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
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

#[cfg(test)]
mod tests {
    use domain::refusal::Refusal;

    use crate::api_error::{ApiError, LINK_INVALID, SIGN_IN_ENDED, SIGN_IN_REQUIRED};

    #[test]
    fn the_codes_pages_act_on_are_codes_of_refusals() {
        assert!(ApiError::from(Refusal::SignInRequired).is(SIGN_IN_REQUIRED));
        assert!(ApiError::from(Refusal::SignInEnded).is(SIGN_IN_ENDED));
        assert!(ApiError::from(Refusal::LinkInvalid).is(LINK_INVALID));
        assert_eq!(ApiError::from(Refusal::NotFound), ApiError::not_found());
    }
}
