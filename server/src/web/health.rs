//! Whether this process is alive, and whether it can do its work.

use std::net::SocketAddr;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::platform::Platform;
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use super::{Bounds, Web, metrics_page, serve};
use crate::messaging::RoadWatch;

#[derive(Serialize)]
struct Health {
    /// `ok`, `degraded` (works, but something waits), or `unavailable`.
    status: &'static str,
    database: &'static str,
    messages: &'static str,
}

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/health", get(ready))
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .layer(axum::middleware::from_fn(no_store))
}

async fn no_store(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(axum::http::header::CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    response
}

async fn live() -> Json<serde_json::Value> {
    Json(serde_json::json!({ "status": "ok" }))
}

async fn ready(State(web): State<Web>) -> Response {
    check(&web.platform, &web.road).await
}

/// Without a database there is nothing to answer with; without a broker sales go on and messages wait.
async fn check(platform: &Platform, road: &RoadWatch) -> Response {
    let database = platform.store.ping().await;
    if let Err(fault) = &database {
        tracing::warn!(reason = fault.chain(), "the database does not answer");
    }
    let messages = match (road.uses_broker, road.is_connected()) {
        (false, _) => "in_process",
        (true, true) => "connected",
        (true, false) => "waiting_for_broker",
    };
    let health = Health {
        status: match (&database, messages) {
            (Err(_), _) => "unavailable",
            (Ok(()), "waiting_for_broker") => "degraded",
            (Ok(()), _) => "ok",
        },
        database: if database.is_ok() { "ok" } else { "unavailable" },
        messages,
    };
    let status = if database.is_ok() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(health)).into_response()
}

/// The worker has no pages, but whoever watches over it asks the same questions.
pub async fn serve_worker_health(
    address: SocketAddr,
    platform: Platform,
    road: RoadWatch,
    stop: CancellationToken,
) -> Result<(), std::io::Error> {
    let metrics = metrics_page::recorder();
    let ready = move || {
        let (platform, road) = (platform.clone(), road.clone());
        async move { check(&platform, &road).await }
    };
    let routes = Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .route("/metrics", get(move || async move { metrics.render() }));
    let listener = tokio::net::TcpListener::bind(address).await.inspect_err(|error| {
        tracing::error!(%address, error = error.to_string(), "the worker's health page cannot be served");
    })?;
    serve(listener, routes, Bounds::default(), stop.cancelled()).await;
    Ok(())
}
