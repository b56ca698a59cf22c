//! The description of the REST API, for programs and for people. Everything is served from here: it works offline.

mod common_refusals;

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::Web;

pub fn routes(openapi: OpenApi) -> Router<Web> {
    let page = SwaggerUi::new("/api/docs")
        .url("/api/openapi.json", common_refusals::describe(openapi))
        .config(Config::default().try_it_out_enabled(true).persist_authorization(false));
    Router::new().merge(page).route("/api", get(|| async { Redirect::temporary("/api/docs/") }))
}
