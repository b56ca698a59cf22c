//! Who is asking, as an argument of a handler.

use app::caller::Asking;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use domain::accounts::{Caller, Visit};
use domain::outcome::Fault;
use domain::refusal::Refusal;

use crate::web::problem::Problem;

/// A signed-in person; anybody else is refused before the handler runs.
pub struct SignedIn(pub Caller);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(asking(parts)?.caller?.ok_or(Refusal::SignInRequired)?))
    }
}

/// A person or a visitor. Bad credentials are refused all the same.
impl<S: Sync> OptionalFromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Problem> {
        Ok(asking(parts)?.caller?.map(Self))
    }
}

/// Where the request comes from.
pub struct From(pub Visit);

impl<S: Sync> FromRequestParts<S> for From {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(asking(parts)?.visit))
    }
}

fn asking(parts: &Parts) -> Result<Asking, Fault> {
    parts.extensions.get::<Asking>().cloned().ok_or_else(|| Fault::new("a request came without its asker"))
}
