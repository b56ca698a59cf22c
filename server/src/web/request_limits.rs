//! How much a caller may send. Far beyond these limits, and above a hundred headers, the
//! connection itself refuses: with the status, without a sentence.

use std::error::Error;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::pictures::PICTURE_BYTES_MAX;
use domain::refusal::Refusal;
use futures::StreamExt as _;
use http_body_util::LengthLimitError;

use super::pictures;
use super::problem::refuse;

/// The longest address of ours, with every filter set, is a fraction of it.
pub const ADDRESS_BYTES_MAX: usize = 32 * 1024;
/// All names and values together.
pub const HEADERS_BYTES_MAX: usize = 128 * 1024;
/// Forms and JSON are far smaller.
pub const BODY_BYTES_MAX: usize = 256 * 1024;
/// A picture and the form around it.
pub const UPLOAD_BYTES_MAX: usize = PICTURE_BYTES_MAX + 64 * 1024;
/// Of what is too much, this much is let run into nothing, for this long: a caller who is cut off while sending never
/// reads why.
const LET_RUN_BYTES: usize = 256 * 1024 * 1024;
const LET_RUN_FOR: Duration = Duration::from_secs(10);

/// Who says beforehand that it is too much is told before a byte of it is looked at.
pub async fn refuse_early(request: Request, next: Next) -> Response {
    if request.uri().path_and_query().is_some_and(|address| address.as_str().len() > ADDRESS_BYTES_MAX) {
        return refuse(Refusal::AddressTooLong);
    }
    if bytes_of(request.headers()) > HEADERS_BYTES_MAX {
        return refuse(Refusal::HeadersTooLarge);
    }
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|bytes| bytes > UPLOAD_BYTES_MAX) {
        let (parts, body) = request.into_parts();
        let _ = tokio::time::timeout(LET_RUN_FOR, let_run(body)).await;
        return pictures::too_large_for(parts.uri.path())
            .unwrap_or_else(|| refuse(Refusal::TooLarge { picture: is_for_picture(parts.uri.path()) }));
    }
    next.run(request).await
}

/// By how the addresses of pictures end.
fn is_for_picture(path: &str) -> bool {
    ["/picture", "/image", "/background"].iter().any(|end| path.trim_end_matches('/').ends_with(end))
}

fn bytes_of(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

async fn let_run(body: Body) {
    let mut seen = 0;
    let mut parts = body.into_data_stream();
    while let Some(Ok(part)) = parts.next().await {
        seen += part.len();
        if seen > LET_RUN_BYTES {
            return;
        }
    }
}

/// A body that is no picture, in one piece.
pub async fn read_body(body: Body) -> Result<Bytes, Refusal> {
    to_bytes(body, BODY_BYTES_MAX).await.map_err(|error| {
        let too_large = error.source().is_some_and(<dyn Error>::is::<LengthLimitError>);
        if too_large {
            Refusal::TooLarge { picture: false }
        } else {
            Refusal::MalformedRequest("its body broke off".into())
        }
    })
}
