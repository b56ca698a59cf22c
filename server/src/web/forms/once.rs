//! A form that is sent twice within a moment — two clicks before the page has woken up — is carried out once, and both
//! get the one answer. The browser only looks at the second: the first it has given up already.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use app::api_error::REQUEST_REFERENCE;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use futures::FutureExt as _;
use futures::future::{BoxFuture, Shared};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

/// Longer than the second of two clicks takes to arrive over a slow line.
const MOMENT: Duration = Duration::from_secs(10);
/// Beyond this, forms are carried out as they come.
const REMEMBERED_MAX: usize = 10_000;

type Running = Shared<BoxFuture<'static, Option<Answer>>>;

#[derive(Clone, Default)]
pub struct Once(Arc<Mutex<HashMap<[u8; 32], Running>>>);

#[derive(Clone)]
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// The same words from the same browser, from one drawing of the page: its number is among them.
pub fn key_of(parts: &Parts, body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let cookies = parts.headers.get_all(header::COOKIE).iter().flat_map(|value| [value.as_bytes(), b"\n"]);
    for part in [parts.uri.path().as_bytes(), b"\n"].into_iter().chain(cookies).chain([body]) {
        hash.update(part);
    }
    hash.finalize().into()
}

impl Once {
    /// Nothing when carrying it out broke off.
    pub async fn carry_out(
        &self,
        key: [u8; 32],
        work: impl Future<Output = Response> + Send + 'static,
    ) -> Option<Response> {
        let mut running = self.0.lock().await;
        let answer = match running.get(&key) {
            Some(first) => first.clone(),
            None => {
                let begun = begin(work);
                if running.len() < REMEMBERED_MAX {
                    running.insert(key, begun.clone());
                    self.forget_later(key, begun.clone());
                }
                begun
            }
        };
        drop(running);
        answer.await.map(Answer::into_response)
    }

    fn forget_later(&self, key: [u8; 32], running: Running) {
        let once = self.clone();
        tokio::spawn(async move {
            // What was refused may be tried again at once.
            if running.await.is_some_and(|answer| answer.status.is_redirection()) {
                tokio::time::sleep(MOMENT).await;
            }
            once.0.lock().await.remove(&key);
        });
    }
}

/// On its own feet: it goes on when the one who asked first has left.
fn begin(work: impl Future<Output = Response> + Send + 'static) -> Running {
    let reference = REQUEST_REFERENCE.try_with(Clone::clone).unwrap_or_default();
    let task = tokio::spawn(REQUEST_REFERENCE.scope(reference, async move { Answer::of(work.await).await }));
    async move { task.await.ok().flatten() }.boxed().shared()
}

impl Answer {
    async fn of(response: Response) -> Option<Self> {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.ok()?;
        Some(Self { status: parts.status, headers: parts.headers, body })
    }

    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}
