//! `Idempotency-Key`: the same key with the same request gives the first answer again.

use app::api_error::REQUEST_REFERENCE;
use app::caller::Asking;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::idempotency::{KeptAnswer, KeyedRequest, Turn, forget, keep_answer, take_turn};
use domain::outcome::Fault;
use domain::refusal::FieldProblem;
use sha2::{Digest, Sha256};

use super::Web;
use super::problem::{fail, fault, refuse};
use super::request_limits::read_body;

static KEY: HeaderName = HeaderName::from_static("idempotency-key");
static REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

const KEY_CHARS_MAX: usize = 200;

pub async fn answer_once(State(web): State<Web>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !request.headers().contains_key(&KEY) {
        return next.run(request).await;
    }
    let Some(key) = read_key(&request) else {
        return refuse(FieldProblem::refuse(
            "Idempotency-Key",
            format!("Use 1 to {KEY_CHARS_MAX} printable characters."),
        ));
    };
    let (parts, body) = request.into_parts();
    let bytes = match read_body(body).await {
        Ok(bytes) => bytes,
        Err(refusal) => return refuse(refusal),
    };
    let route = format!("{} {}", parts.method, parts.uri.path());
    let asker = parts.extensions.get::<Asking>().map_or_else(|| "nobody".to_owned(), name_of);
    let keyed = KeyedRequest { key, asker, route, request_hash: Sha256::digest(&bytes).to_vec() };
    match take_turn(&web.platform, keyed.clone()).await {
        Ok(Turn::Repeat(answer)) => replay(answer),
        Ok(Turn::First) => {
            let request = Request::from_parts(parts, Body::from(bytes));
            see_through(async move {
                let response = next.run(request).await;
                remember(&web, keyed, response).await
            })
            .await
        }
        Err(failure) => fail(failure),
    }
}

/// Finished although its caller may have broken off: they will come again with the same key and want the answer.
async fn see_through(answering: impl Future<Output = Response> + Send + 'static) -> Response {
    let reference = REQUEST_REFERENCE.try_with(Clone::clone).unwrap_or_default();
    let answered = tokio::spawn(REQUEST_REFERENCE.scope(reference, answering)).await;
    answered.unwrap_or_else(|_| fault(Fault::new("a request panicked")))
}

fn read_key(request: &Request) -> Option<String> {
    let key = request.headers().get(&KEY)?.to_str().ok()?.trim();
    let printable = key.bytes().all(|byte| (0x21..0x7f).contains(&byte));
    (printable && !key.is_empty() && key.len() <= KEY_CHARS_MAX).then(|| key.to_owned())
}

/// A key means something only to the one who made it.
fn name_of(asking: &Asking) -> String {
    match &asking.caller {
        Ok(Some(caller)) => caller.user_id.to_string(),
        _ => format!("visitor {}", asking.visit.address),
    }
}

/// Everything but "try again later" and our own faults is the answer for good.
async fn remember(web: &Web, keyed: KeyedRequest, response: Response) -> Response {
    let status = response.status();
    let passing =
        status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS || status == StatusCode::UNAUTHORIZED;
    if passing {
        if let Err(failure) = forget(&web.platform, keyed).await {
            return fail(failure);
        }
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let content_type =
        parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let answer = KeptAnswer { status: status.as_u16(), content_type: content_type.to_owned(), body: bytes.to_vec() };
    if let Err(failure) = keep_answer(&web.platform, keyed, answer).await {
        return fail(failure);
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn replay(answer: KeptAnswer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = (status, answer.body).into_response();
    let headers = response.headers_mut();
    match HeaderValue::from_str(&answer.content_type) {
        Ok(value) if !answer.content_type.is_empty() => {
            headers.insert(header::CONTENT_TYPE, value);
        }
        _ => {
            headers.remove(header::CONTENT_TYPE);
        }
    }
    headers.insert(REPLAYED.clone(), HeaderValue::from_static("true"));
    response
}
