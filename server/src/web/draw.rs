//! Drawing a page into one piece of HTML, with the status and headers its parts asked for.
//!
//! Leptos' own way polls a page outside of the request's owner: what is looked up then is what the request that last began
//! on the thread owns. Here everything happens inside of it, from beginning to end, and pages are never sent in pieces.

use std::sync::Arc;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use futures::{FutureExt as _, StreamExt as _, stream};
use hydration_context::SsrSharedContext;
use leptos::prelude::{AnyView, RenderHtml as _, provide_context};
use leptos::reactive::computed::ScopedFuture;
use leptos::reactive::owner::{Owner, Sandboxed};
use leptos_axum::ResponseOptions;
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;

pub async fn draw_page(
    parts: Parts,
    context: impl FnOnce() + Send + 'static,
    page: impl FnOnce() -> AnyView + Send + 'static,
) -> Response {
    let (meta, head) = ServerMetaContext::new();
    let said = ResponseOptions::default();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let address = format!("http://foyer{path}");
    let drawing = owner.with(|| {
        provide_context(RequestUrl::new(&address));
        provide_context(meta);
        provide_context(parts);
        provide_context(said.clone());
        leptos::nonce::provide_nonce();
        context();
        let body = page().to_html_stream_in_order();
        Sandboxed::new(ScopedFuture::new(async move {
            let body: String = body.collect().await;
            // Titles and such are known once everything is drawn.
            let whole = head.inject_meta_context(stream::once(async move { body }).boxed()).await;
            whole.collect::<String>().await
        }))
    });
    let html = drawing.boxed().await;
    owner.unset_with_forced_cleanup();
    answer(html, &said)
}

fn answer(html: String, said: &ResponseOptions) -> Response {
    let mut response = Response::new(Body::from(html));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Ok(mut said) = said.0.write() {
        *response.status_mut() = said.status.unwrap_or(StatusCode::OK);
        let headers = std::mem::take(&mut said.headers);
        response.headers_mut().extend(headers);
    }
    response
}
