//! A JSON body, ids in the path, a query: refused in our own words when they cannot be read.

use std::fmt;
use std::marker::PhantomData;

use axum::Json;
use axum::body::{Bytes, HttpBody as _};
use axum::extract::rejection::{BytesRejection, JsonRejection};
use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequest, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use domain::refusal::Refusal;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use utoipa::openapi::{OpenApi, RefOr, Required};

use crate::web::problem::Problem;

pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match <Json<Object<T>> as FromRequest<S>>::from_request(request, state).await {
            Ok(Json(Object(body))) => Ok(Self(body)),
            Err(rejection) => Err(explain(&rejection).into()),
        }
    }
}

/// A list of values in the order of our fields would be read as well: nobody should come to depend on that order.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(AN_OBJECT)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

const AN_OBJECT: &str = "a JSON object";

/// Nothing at all may stand for a body; anything else is read like one that must be there.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Problem> {
        if !request.headers().contains_key(CONTENT_TYPE) && request.body().is_end_stream() {
            return Ok(None);
        }
        <Self as FromRequest<S>>::from_request(request, state).await.map(Some)
    }
}

/// A picture, or whatever else was sent as one.
pub struct Upload(pub Vec<u8>);

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = Bytes::from_request(request, state).await;
        Ok(Self(bytes.map_err(|rejection| explain_bytes(&rejection))?.to_vec()))
    }
}

/// The description takes every body for needed. The one posted to this path may be left out.
pub fn describe_as_optional(openapi: &mut OpenApi, path: &str) {
    let posted = openapi.paths.paths.get_mut(path).and_then(|item| item.post.as_mut());
    if let Some(RefOr::T(body)) = posted.and_then(|operation| operation.request_body.as_mut()) {
        body.required = Some(Required::False);
    }
}

/// What the router knows by one path is asked for by another.
pub fn describe_at(openapi: &mut OpenApi, routed: &str, asked: &str) {
    if let Some(item) = openapi.paths.paths.remove(routed) {
        openapi.paths.paths.insert(asked.to_owned(), item);
    }
}

fn explain(rejection: &JsonRejection) -> Refusal {
    match rejection {
        JsonRejection::MissingJsonContentType(_) => Refusal::UnsupportedMediaType,
        JsonRejection::JsonDataError(error) => Refusal::InvalidInput(vec![problem_of(&error.body_text())]),
        JsonRejection::JsonSyntaxError(error) => Refusal::MalformedRequest(short(&error.body_text())),
        JsonRejection::BytesRejection(rejection) => explain_bytes(rejection),
        _ => unreadable(),
    }
}

/// Too much of it, or it broke off.
fn explain_bytes(rejection: &BytesRejection) -> Refusal {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Refusal::TooLarge { picture: false }
    } else {
        unreadable()
    }
}

fn unreadable() -> Refusal {
    Refusal::MalformedRequest("its body could not be read".into())
}

/// The field stands at the beginning of the message when the trouble is inside one.
fn problem_of(text: &str) -> domain::refusal::FieldProblem {
    let text = text.rsplit("target type: ").next().unwrap_or(text);
    let missing = text.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    let (field, message) = match (missing, text.split_once(": ")) {
        (Some(field), _) => (field, "This field is missing.".to_owned()),
        (None, Some((path, why))) if !path.contains(' ') => (path, sentence(why)),
        _ if text.contains(AN_OBJECT) => ("body", "This must be a JSON object.".to_owned()),
        _ => ("body", sentence(text)),
    };
    domain::refusal::FieldProblem::new(field, message)
}

fn sentence(why: &str) -> String {
    let why = plainly(&short(why));
    let mut letters = why.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

/// In words of people instead of those of our language.
fn plainly(why: &str) -> String {
    let why = why.split(" at line ").next().unwrap_or(why);
    if why.starts_with("UUID parsing failed") {
        return "this is not an id".into();
    }
    let mut why = why.replace("provided string was not `true` or `false`", "write true or false");
    for number in ["i64", "i32", "u64", "u32", "usize"] {
        why = why.replace(&format!("expected {number}"), "expected a whole number");
    }
    why.replace("number too large to fit in target type", "this number is too large")
        .replace("number too small to fit in target type", "this number is too small")
        .replace("invalid digit found in string", "write a whole number")
        .replace("a boolean", "true or false")
        .replace("a sequence", "a list")
        .replace("a map", "an object")
}

/// What the parser says may quote what was sent; nobody needs all of it back.
fn short(text: &str) -> String {
    const CHARS_MAX: usize = 200;
    let text = text.rsplit("as JSON: ").next().unwrap_or(text);
    text.chars().filter(|c| !c.is_control()).take(CHARS_MAX).collect()
}

/// An id in the path. What cannot be one names nothing.
pub struct Id<T>(pub T);

impl<T, S> FromRequestParts<S> for Id<T>
where
    T: From<uuid::Uuid> + Send,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(text) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        let id = uuid::Uuid::parse_str(&text).map_err(|_| Refusal::NotFound)?;
        Ok(Self(T::from(id)))
    }
}

/// Two ids in the path, the first of what the second belongs to.
pub struct Ids<T, U>(pub T, pub U);

impl<T, U, S> FromRequestParts<S> for Ids<T, U>
where
    T: From<uuid::Uuid> + Send,
    U: From<uuid::Uuid> + Send,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((first, second)) = path.map_err(|_| Refusal::NotFound)?;
        let id = |text: &str| uuid::Uuid::parse_str(text).map_err(|_| Refusal::NotFound);
        Ok(Self(T::from(id(&first)?), U::from(id(&second)?)))
    }
}

/// An id in the path, and a word behind it.
pub struct IdAndText<T>(pub T, pub String);

impl<T, S> FromRequestParts<S> for IdAndText<T>
where
    T: From<uuid::Uuid> + Send,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((id, text)) = path.map_err(|_| Refusal::NotFound)?;
        let id = uuid::Uuid::parse_str(&id).map_err(|_| Refusal::NotFound)?;
        Ok(Self(T::from(id), text))
    }
}

/// A query string. What cannot be read is named.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(error) => {
                let text = error.body_text();
                let text = text.trim_start_matches("Failed to deserialize query string: ");
                Err(Refusal::InvalidInput(vec![problem_of(text)]).into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::problem_of;

    #[test]
    fn a_wrong_body_is_explained_by_field() {
        let of = |text: &str| {
            let problem = problem_of(text);
            (problem.field, problem.message)
        };
        assert_eq!(
            of("Failed to deserialize the JSON body into the target type: missing field `email` at line 1 column 2"),
            ("email".into(), "This field is missing.".into())
        );
        assert_eq!(
            of(
                "Failed to deserialize the JSON body into the target type: username: invalid type: integer `5`, expected a string at line 1 column 13"
            ),
            ("username".into(), "Invalid type: integer `5`, expected a string.".into())
        );
        let why = |why: &str| of(&format!("limit: {why}")).1;
        assert_eq!(
            why("invalid type: string \"12\", expected i64 at line 1 column 9"),
            "Invalid type: string \"12\", expected a whole number."
        );
        assert_eq!(why("UUID parsing failed: invalid length: found 3"), "This is not an id.");
        assert_eq!(why("provided string was not `true` or `false`"), "Write true or false.");
        assert_eq!(why("number too large to fit in target type"), "This number is too large.");
    }
}
