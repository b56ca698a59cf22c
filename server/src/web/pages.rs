//! The pages: drawn whole on the server, one route for each the app knows.

use app::root::App;
use app::shell::shell;
use app::site::Submitted;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::response::Response;
use axum::routing::{get, post};
use domain::refusal::Refusal;
use leptos::prelude::provide_context;
use leptos_axum::generate_route_list;

use super::draw::draw_page;
use super::problem::refuse;
use super::{Web, forms};

pub fn routes() -> Router<Web> {
    let mut router = Router::new();
    for listing in generate_route_list(App) {
        router = router.route(listing.path(), get(show)).route(listing.path(), post(forms::submit));
    }
    router
}

async fn show(State(web): State<Web>, request: Request) -> Response {
    draw(&web, request, None).await
}

/// Files that lie at the root, and for everything else the page that says there is nothing.
pub async fn fallback(State(web): State<Web>, request: Request) -> Response {
    if request.uri().path().starts_with("/api/") {
        return refuse(Refusal::NotFound);
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return refuse(Refusal::MethodNotAllowed);
    }
    match web.files.find(request.uri().path()) {
        Some(file) => file.answer(request.headers()),
        None => draw(&web, request, None).await,
    }
}

pub async fn draw(web: &Web, request: Request, submitted: Option<Submitted>) -> Response {
    let (platform, site, frame) = (web.platform.clone(), web.site.clone(), web.frame.clone());
    let context = move || {
        provide_context(platform.clone());
        provide_context(site.clone());
        if let Some(submitted) = &submitted {
            provide_context(submitted.clone());
        }
    };
    draw_page(request.into_parts().0, context, move || shell(&frame)).await
}
