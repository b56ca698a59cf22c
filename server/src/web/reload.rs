//! Under `cargo xtask dev` pages listen here: when the name of this start changes, they load themselves anew.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures::{Stream, StreamExt as _, stream};

use super::Web;

pub fn routes(web: &Web) -> Router<Web> {
    if web.frame.reloads { Router::new().route("/dev/reload", get(name_this_start)) } else { Router::new() }
}

async fn name_this_start(State(web): State<Web>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let first = Event::default().data(web.started.as_ref()).retry(Duration::from_millis(300));
    Sse::new(stream::once(async { Ok(first) }).chain(stream::pending())).keep_alive(KeepAlive::default())
}
