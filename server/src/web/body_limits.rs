//! How much a caller may send.

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use domain::accounts::PICTURE_BYTES_MAX;
use domain::refusal::Refusal;

use super::problem::refuse;

/// Forms and JSON are far smaller.
pub const BODY_BYTES_MAX: usize = 256 * 1024;
/// A picture and the form around it.
pub const UPLOAD_BYTES_MAX: usize = PICTURE_BYTES_MAX + 64 * 1024;

/// Who says beforehand that it is too much is told before a byte of it is read.
pub async fn refuse_early(request: Request, next: Next) -> Response {
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|bytes| bytes > UPLOAD_BYTES_MAX) {
        return refuse(Refusal::TooLarge);
    }
    next.run(request).await
}
