//! What search engines ask for first: where they may look, and what is there.

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::clubs::list_public_clubs;
use domain::events::list_public_events;

use super::Web;
use super::problem::Problem;

/// More than this is not read of one list of addresses.
const ADDRESSES_MAX: usize = 50_000;
const ONE_HOUR: &str = "public, max-age=3600";
/// What is there for everybody whatever is on.
const ALWAYS_THERE: [&str; 3] = ["/", "/events", "/clubs"];
/// For programs, for one person each, or of no use to anybody who searches.
const KEPT_OUT: [&str; 5] = ["/api/", "/settings", "/organizer", "/admin", "/dev/"];

pub fn routes() -> Router<Web> {
    Router::new().route("/sitemap.xml", get(list_addresses)).route("/robots.txt", get(say_where))
}

async fn list_addresses(State(web): State<Web>) -> Result<Response, Problem> {
    let most = i64::try_from(ADDRESSES_MAX).unwrap_or(i64::MAX);
    let clubs = list_public_clubs(&web.platform, most).await?;
    let events = list_public_events(&web.platform, most).await?;
    let paths = ALWAYS_THERE.iter().map(|&path| path.to_owned());
    let paths = paths.chain(events.into_iter().map(|id| format!("/events/{id}")));
    let paths = paths.chain(clubs.into_iter().map(|id| format!("/clubs/{id}"))).take(ADDRESSES_MAX);
    Ok(answer("application/xml; charset=utf-8", written(web.public_url(), paths)))
}

fn written(public_url: &str, paths: impl Iterator<Item = String>) -> String {
    let site = public_url.trim_end_matches('/').replace('&', "&amp;").replace('<', "&lt;");
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for path in paths {
        for part in ["<url><loc>", &site, &path, "</loc></url>\n"] {
            text.push_str(part);
        }
    }
    text.push_str("</urlset>\n");
    text
}

async fn say_where(State(web): State<Web>) -> Response {
    let mut text = String::from("User-agent: *\n");
    for path in KEPT_OUT {
        text.push_str("Disallow: ");
        text.push_str(path);
        text.push('\n');
    }
    text.push_str("Sitemap: ");
    text.push_str(web.public_url().trim_end_matches('/'));
    text.push_str("/sitemap.xml\n");
    answer("text/plain; charset=utf-8", text)
}

/// The same for everybody, so anybody may keep it for a while.
fn answer(kind: &'static str, text: String) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, ONE_HOUR)], text).into_response()
}
