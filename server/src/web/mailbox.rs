//! The mailbox's raw mails: as a page for its frame, and as JSON for tests. There only where mails are kept.

use axum::Json;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ids::MailId;
use domain::notifications::{list_mails, see_mail};
use domain::platform::Platform;
use domain::refusal::Refusal;
use serde::Deserialize;

use super::Web;
use super::problem::Problem;

/// Mails are laid out with their own styles; nothing in them may run or load anything.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

pub fn routes(web: &Web) -> Router<Web> {
    if !web.site.has_mailbox {
        return Router::new();
    }
    Router::new().route("/dev/mailbox.json", get(list)).route("/dev/mailbox/{id}/html", get(show_html))
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn list(State(platform): State<Platform>, Query(filter): Query<Filter>) -> Result<Response, Problem> {
    if filter.to.as_deref().is_some_and(|to| to.chars().any(char::is_control)) {
        return Err(Refusal::NotFound.into());
    }
    Ok(Json(list_mails(&platform, filter.to.as_deref()).await?).into_response())
}

async fn show_html(State(platform): State<Platform>, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: MailId = id.parse().map_err(|_| Refusal::NotFound)?;
    let mail = see_mail(&platform, id).await?;
    // A link in the frame opens the page around it.
    let html = mail.html_body.replacen("<head>", "<head>\n<base target=\"_top\">", 1);
    let headers: [(HeaderName, &str); 2] =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, MAIL_POLICY)];
    Ok((headers, html).into_response())
}
