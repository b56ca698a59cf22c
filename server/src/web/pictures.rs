//! Pictures out, and the one form that carries a picture in.

use app::caller::Asking;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use domain::accounts::set_picture;
use domain::ids::PictureId;
use domain::outcome::Failure;
use domain::pictures::{PictureSize, see_picture};
use domain::platform::Platform;
use domain::refusal::Refusal;

use super::problem::Problem;
use super::{Web, request_limits};

/// Where the form with a picture is sent.
pub const FORM: &str = "/settings/picture";

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/pictures/{id}/{size}", get(show))
        .route(FORM, post(upload).layer(DefaultBodyLimit::max(request_limits::UPLOAD_BYTES_MAX)))
}

/// A picture never changes under its id.
async fn show(State(platform): State<Platform>, Path((id, size)): Path<(String, String)>) -> Result<Response, Problem> {
    let id: PictureId = id.parse().map_err(|_| Refusal::NotFound)?;
    let size = PictureSize::parse(&size).ok_or(Refusal::NotFound)?;
    let picture = see_picture(&platform, id, size).await?;
    let headers = [
        (header::CONTENT_TYPE, picture.content_type),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable".into()),
    ];
    Ok((headers, picture.bytes).into_response())
}

/// Works without JavaScript, so the answer is the page again, and in its address what went wrong.
async fn upload(
    State(platform): State<Platform>,
    Extension(asking): Extension<Asking>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let Ok(Some(caller)) = asking.caller else {
        return Redirect::to("/login?next=%2Fsettings%2Fprofile").into_response();
    };
    let Ok(form) = form else { return say("missing") };
    let problem = match read_picture(form).await {
        Ok(bytes) => match set_picture(&platform, caller, bytes).await {
            Ok(_) => return Redirect::to("/settings/profile?saved=picture").into_response(),
            Err(Failure::Refused(refusal)) => refusal.code(),
            Err(fault) => {
                drop(Problem::from(fault));
                "failed"
            }
        },
        Err(problem) => problem,
    };
    say(problem)
}

fn say(problem: &str) -> Response {
    Redirect::to(&format!("/settings/profile?picture={problem}")).into_response()
}

pub fn too_large() -> Response {
    say("too_large")
}

async fn read_picture(mut form: Multipart) -> Result<Vec<u8>, &'static str> {
    loop {
        let field = form.next_field().await.map_err(|_| "too_large")?.ok_or("missing")?;
        if field.name() == Some("picture") {
            let bytes = field.bytes().await.map_err(|_| "too_large")?;
            return if bytes.is_empty() { Err("missing") } else { Ok(bytes.to_vec()) };
        }
    }
}
