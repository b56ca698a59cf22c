//! Server functions: called by the page once it is awake, and by plain forms before that and without JavaScript.
//!
//! A plain form is sent to the page it stands on and names its function. When the function succeeds the browser is
//! sent on; when it is refused the same page is drawn again with what was typed and what is wrong, and with the
//! status that says so.

pub mod once;

use app::api_error::ApiError;
use app::caller::NEXT_PAGE;
use app::components::form::{FUNCTION_FIELD, ONCE_FIELD};
use app::components::toast::SAVED;
use app::site::Submitted;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::outcome::Fault;
use domain::refusal::Refusal;
use leptos::prelude::provide_context;

use super::problem::{fault, refuse};
use super::request_limits::{BODY_BYTES_MAX, read_body};
use super::{Web, pages};

/// Never drawn again into the page.
const NEVER_REPEATED: [&str; 6] = ["password", "current_password", "new_password", "token", FUNCTION_FIELD, ONCE_FIELD];

pub async fn call_function(State(web): State<Web>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    match read_body(body).await {
        Ok(bytes) => run(&web, parts, bytes).await,
        Err(refusal) => refuse(refusal),
    }
}

/// A form on a page.
pub async fn submit(State(web): State<Web>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let bytes = match read_body(body).await {
        Ok(bytes) => bytes,
        Err(refusal) => return refuse(refusal),
    };
    let drawn_once = form_urlencoded::parse(&bytes).any(|(name, value)| name == ONCE_FIELD && !value.is_empty());
    if !drawn_once {
        return carry_out(&web, parts, bytes).await;
    }
    let key = once::key_of(&parts, &bytes);
    let once = web.forms.clone();
    let carried_out = once.carry_out(key, async move { carry_out(&web, parts, bytes).await }).await;
    carried_out.unwrap_or_else(|| fault(Fault::new("a form broke off")))
}

async fn carry_out(web: &Web, parts: Parts, bytes: Bytes) -> Response {
    let fields: Vec<(String, String)> =
        form_urlencoded::parse(&bytes).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    let function = fields.iter().find(|(name, _)| name == FUNCTION_FIELD).map(|(_, value)| value.clone());
    let Some(function) = function.filter(|path| path.starts_with("/api/fn/")) else {
        return refuse(Refusal::MethodNotAllowed);
    };
    let Some(inner) = as_function_call(&parts, &function) else { return refuse(Refusal::NotFound) };
    let answer = run(web, inner, bytes).await;
    if answer.status().is_success() {
        go_on(&parts.uri, &function, answer)
    } else {
        draw_again(web, parts, function, fields, answer).await
    }
}

async fn run(web: &Web, parts: Parts, body: Bytes) -> Response {
    if parts.method != Method::POST {
        return refuse(Refusal::MethodNotAllowed);
    }
    let known = leptos::server_fn::axum::server_fn_paths().any(|(path, _)| path == parts.uri.path());
    if !known {
        return refuse(Refusal::NotFound);
    }
    let mut request = Request::from_parts(parts, Body::from(body));
    // The answer is for this server to read, not a redirect to the referring page.
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let platform = web.platform.clone();
    let site = web.site.clone();
    let context = move || {
        provide_context(platform.clone());
        provide_context(site.clone());
    };
    let answer = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    with_its_status(answer).await
}

/// An error of a server function always comes as a 500: the status it stands for is in its body.
async fn with_its_status(answer: Response) -> Response {
    if answer.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_BYTES_MAX).await else { return fault(Fault::new("an error had no body")) };
    if let Ok(error) = serde_json::from_slice::<ApiError>(&bytes) {
        parts.status = error.status();
        if let Some(seconds) = error.retry_after_seconds {
            parts.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
    }
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Response::from_parts(parts, Body::from(bytes))
}

fn as_function_call(page: &Parts, function: &str) -> Option<Parts> {
    let mut inner = page.clone();
    inner.uri = function.parse::<Uri>().ok()?;
    Some(inner)
}

/// To where the function said, else the same page again, from which a reload sends nothing twice.
fn go_on(page: &Uri, function: &str, answer: Response) -> Response {
    let next = answer.headers().get(&NEXT_PAGE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let mut response = Redirect::to(&next.unwrap_or_else(|| with_note(page, Some(function)))).into_response();
    for cookie in answer.headers().get_all(header::SET_COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    response
}

/// The page's own address, with or without the note of what was done.
fn with_note(page: &Uri, done: Option<&str>) -> String {
    let kept = form_urlencoded::parse(page.query().unwrap_or_default().as_bytes()).filter(|(name, _)| name != SAVED);
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(kept);
    if let Some(function) = done {
        query.append_pair(SAVED, function.trim_start_matches("/api/fn/"));
    }
    match query.finish() {
        query if query.is_empty() => page.path().to_owned(),
        query => format!("{}?{query}", page.path()),
    }
}

async fn draw_again(
    web: &Web,
    mut page: Parts,
    function: String,
    fields: Vec<(String, String)>,
    answer: Response,
) -> Response {
    let (status, kind) = (answer.status(), answer.headers().get(header::CONTENT_TYPE).cloned());
    let Ok(bytes) = to_bytes(answer.into_body(), BODY_BYTES_MAX).await else {
        return fault(Fault::new("an error had no body"));
    };
    let Ok(error) = serde_json::from_slice::<ApiError>(&bytes) else {
        let mut response = (status, bytes).into_response();
        if let Some(kind) = kind {
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
        }
        return response;
    };
    let values = fields.into_iter().filter(|(name, _)| !NEVER_REPEATED.contains(&name.as_str())).collect();
    page.method = Method::GET;
    if let Ok(uri) = with_note(&page.uri, None).parse() {
        page.uri = uri;
    }
    let request = Request::from_parts(page, Body::empty());
    let mut drawn = pages::draw(web, request, Some(Submitted { function, error, values })).await;
    if drawn.status() == StatusCode::OK {
        *drawn.status_mut() = status;
    }
    drawn
}
