//! The mailbox's raw mails: as a page for its frame, and as JSON for tests. There only where mails are kept.

use std::net::IpAddr;

use axum::Json;
use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderName, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ids::MailId;
use domain::notifications::{list_mails, see_mail};
use domain::platform::Platform;
use domain::refusal::Refusal;
use serde::Deserialize;

use super::Web;
use super::problem::{Problem, refuse};

/// Mails are laid out with their own styles; nothing in them may run or load anything.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

pub fn routes(web: &Web) -> Router<Web> {
    if !web.site.has_mailbox {
        return Router::new();
    }
    Router::new().route("/dev/mailbox.json", get(list)).route("/dev/mailbox/{id}/html", get(show_html))
}

/// A page of somebody else's whose name leads to this machine could read the mails of its visitors' own server, and
/// with them take accounts over. Such a page comes under its own name; ours are numbers, this machine, or configured.
pub async fn only_under_our_name(State(web): State<Web>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let about_mails = path.starts_with("/dev/mailbox") || path.starts_with("/api/fn/mailbox/");
    if about_mails && !host_of(&request).is_none_or(|host| is_our_name(&host, &web.public_host)) {
        return refuse(Refusal::NotFound);
    }
    next.run(request).await
}

fn host_of(request: &Request) -> Option<Authority> {
    let host = request.headers().get(header::HOST)?;
    // What cannot be read is no name of ours.
    Some(Authority::try_from(host.as_bytes()).unwrap_or_else(|_| Authority::from_static("invalid")))
}

fn is_our_name(host: &Authority, public_host: &str) -> bool {
    let name = host.host().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || name.parse::<IpAddr>().is_ok() || name == public_host
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

#[cfg(test)]
mod tests {
    use super::is_our_name;

    #[test]
    fn names_of_other_sites_are_not_ours() {
        let ours = |host: &'static str| is_our_name(&host.parse().unwrap(), "club.example.org");
        for host in
            ["localhost:8080", "127.0.0.1", "[::1]:8080", "192.168.1.20:8080", "club.example.org", "a.localhost"]
        {
            assert!(ours(host), "{host}");
        }
        for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"] {
            assert!(!ours(host), "{host}");
        }
    }
}
