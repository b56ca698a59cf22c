//! Figures for Prometheus.

use std::net::SocketAddr;
use std::sync::OnceLock;

use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use domain::journal;
use domain::refusal::Refusal;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use subtle::ConstantTimeEq as _;

use super::Web;
use super::problem::refuse;

const SECONDS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Behind a proxy on this machine everybody seems to be here.
const LEFT_BY_PROXIES: [&str; 5] = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/// One recorder for the whole process, however many routers tests make.
pub fn recorder() -> PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE
        .get_or_init(|| {
            let builder = PrometheusBuilder::new();
            let builder = builder.set_buckets(&SECONDS).unwrap_or_else(|_| PrometheusBuilder::new());
            let recorder = builder.build_recorder();
            let handle = recorder.handle();
            let _ = metrics::set_global_recorder(recorder);
            handle
        })
        .clone()
}

pub async fn show(State(web): State<Web>, ConnectInfo(peer): ConnectInfo<SocketAddr>, headers: HeaderMap) -> Response {
    if !may_read(&web, peer, &headers) {
        return refuse(Refusal::NotFound);
    }
    if let Ok(waiting) = journal::count_unpublished(&web.platform).await {
        #[expect(clippy::cast_precision_loss, reason = "a gauge is a float, and nobody has 2^52 messages waiting")]
        metrics::gauge!("foyer_journal_unpublished").set(waiting as f64);
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], web.metrics.render()).into_response()
}

/// With a token, whoever holds it; without one, this machine only, and not through a proxy.
fn may_read(web: &Web, peer: SocketAddr, headers: &HeaderMap) -> bool {
    match &web.metrics_token {
        Some(token) => headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
            .is_some_and(|shown| shown.as_bytes().ct_eq(token.reveal().as_bytes()).into()),
        None => peer.ip().is_loopback() && !LEFT_BY_PROXIES.iter().any(|name| headers.contains_key(*name)),
    }
}
