//! The whole of it: one router.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{any, get};
use domain::refusal::Refusal;
use tower::util::MapRequestLayer;
use tower::{Layer as _, ServiceBuilder};
use tower_http::compression::CompressionLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::set_header::SetResponseHeaderLayer;

use super::{
    Web, calendar, docs, forms, health, identify, mailbox, metrics_page, observe, pages, pictures, reload,
    request_limits, sitemap,
};
use crate::rest;
use crate::web::problem::Problem;

const ONE_YEAR_HTTPS: &str = "max-age=31536000";
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

pub fn router(web: Web) -> Router {
    let found = |request| calendar::find_entry(trim_slash_of_api(request));
    let trimmed = MapRequestLayer::new(found).layer(routes(web));
    Router::new().fallback_service(trimmed)
}

/// Programs put a slash behind an address or leave it out; before the routes are looked at it makes no difference.
fn trim_slash_of_api(mut request: Request) -> Request {
    let uri = request.uri();
    if uri.path().starts_with("/api/v1/") && uri.path().ends_with('/') {
        let path = uri.path().trim_end_matches('/');
        let trimmed = uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
        if let Ok(trimmed) = trimmed.parse() {
            *request.uri_mut() = trimmed;
        }
    }
    request
}

fn routes(web: Web) -> Router {
    let (rest, openapi) = rest::router(&web);
    let limited = Router::new()
        .nest("/api/v1", rest.fallback(not_found).method_not_allowed_fallback(method_not_allowed))
        .route("/api/fn/{*function}", any(forms::call_function))
        .merge(pages::routes())
        .merge(pictures::routes())
        .merge(mailbox::routes(&web))
        .fallback(pages::fallback)
        .layer(from_fn(give_up_in_time))
        .layer(from_fn_with_state(web.clone(), identify::identify))
        .layer(CsrfLayer::new().with_rejection_response(refuse_cross_site))
        .layer(from_fn_with_state(web.clone(), mailbox::only_under_our_name))
        .layer(from_fn(request_limits::refuse_early))
        .layer(DefaultBodyLimit::max(request_limits::BODY_BYTES_MAX));
    let https_only = web.secure_cookies.then(|| always(header::STRICT_TRANSPORT_SECURITY, ONE_YEAR_HTTPS));
    limited
        .merge(docs::routes(openapi))
        .merge(health::routes())
        .merge(sitemap::routes())
        .route("/metrics", get(metrics_page::show))
        .merge(reload::routes(&web))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(
            ServiceBuilder::new()
                .layer(from_fn(observe::observe))
                .layer(CompressionLayer::new().br(true).gzip(true))
                .layer(from_fn(observe::catch_panic))
                .option_layer(https_only)
                .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
                .layer(always(header::REFERRER_POLICY, "same-origin"))
                .layer(always(header::X_FRAME_OPTIONS, "SAMEORIGIN")),
        )
        .with_state(web)
}

/// Whoever takes this long has sent too slowly: nothing of ours does.
async fn give_up_in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(REQUEST_TIMEOUT, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::from(Refusal::TooSlow).into_response(),
    }
}

fn always(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

fn refuse_cross_site(_: ProtectionError) -> Response {
    Problem::from(Refusal::CrossSiteRequest).into_response()
}

async fn not_found() -> Response {
    Problem::from(Refusal::NotFound).into_response()
}

async fn method_not_allowed() -> Response {
    Problem::from(Refusal::MethodNotAllowed).into_response()
}
