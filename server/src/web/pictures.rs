//! Pictures out, and the forms that carry pictures in.

use app::caller::Asking;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use domain::accounts::{Caller, set_picture};
use domain::clubs::set_club_picture;
use domain::events::set_event_picture;
use domain::ids::{ClubId, EventId, PictureId};
use domain::outcome::{Failure, Outcome};
use domain::pictures::{PictureSize, see_picture};
use domain::platform::Platform;
use domain::refusal::Refusal;

use super::problem::Problem;
use super::{Web, request_limits};

pub fn routes() -> Router<Web> {
    let forms = Router::new()
        .route("/settings/picture", post(upload_own))
        .route("/clubs/{id}/picture", post(upload_of_club))
        .route("/events/{id}/picture", post(upload_of_event))
        .layer(DefaultBodyLimit::max(request_limits::UPLOAD_BYTES_MAX));
    Router::new().route("/pictures/{id}/{size}", get(show)).merge(forms)
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

type Form = Result<Multipart, MultipartRejection>;

async fn upload_own(State(platform): State<Platform>, Extension(asking): Extension<Asking>, form: Form) -> Response {
    let save = async |caller, bytes| set_picture(&platform, caller, bytes).await.map(drop);
    receive("/settings/profile", asking, form, save).await
}

async fn upload_of_club(
    State(platform): State<Platform>,
    Extension(asking): Extension<Asking>,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    let Ok(club_id) = id.parse::<ClubId>() else { return Problem::from(Refusal::NotFound).into_response() };
    let save = async |caller, bytes| set_club_picture(&platform, caller, club_id, bytes).await.map(drop);
    receive(&format!("/clubs/{club_id}/edit"), asking, form, save).await
}

async fn upload_of_event(
    State(platform): State<Platform>,
    Extension(asking): Extension<Asking>,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    let Ok(event_id) = id.parse::<EventId>() else { return Problem::from(Refusal::NotFound).into_response() };
    let save = async |caller, bytes| set_event_picture(&platform, caller, event_id, bytes).await.map(drop);
    receive(&format!("/organizer/events/{event_id}"), asking, form, save).await
}

/// A form like any other, but for its file: so the answer is its page again, and in the address what went wrong.
async fn receive(
    page: &str,
    asking: Asking,
    form: Form,
    save: impl AsyncFnOnce(Caller, Vec<u8>) -> Outcome<()>,
) -> Response {
    let Ok(Some(caller)) = asking.caller else {
        let next: String = form_urlencoded::byte_serialize(page.as_bytes()).collect();
        return Redirect::to(&format!("/login?next={next}")).into_response();
    };
    let problem = match read_picture(form).await {
        Ok(bytes) => match save(caller, bytes).await {
            Ok(()) => return Redirect::to(&format!("{page}?saved=picture")).into_response(),
            Err(Failure::Refused(refusal)) => refusal.code(),
            Err(fault) => {
                drop(Problem::from(fault));
                "failed"
            }
        },
        Err(problem) => problem,
    };
    say(page, problem)
}

fn say(page: &str, problem: &str) -> Response {
    Redirect::to(&format!("{page}?picture={problem}")).into_response()
}

/// The answer to a file that is too large to be looked at, where it was sent by a form.
pub fn too_large_for(path: &str) -> Option<Response> {
    if path == "/settings/picture" {
        return Some(say("/settings/profile", "too_large"));
    }
    let thing = path.strip_suffix("/picture")?;
    let page = if let Some(club) = thing.strip_prefix("/clubs/") {
        format!("/clubs/{}/edit", club.parse::<ClubId>().ok()?)
    } else {
        format!("/organizer/events/{}", thing.strip_prefix("/events/")?.parse::<EventId>().ok()?)
    };
    Some(say(&page, "too_large"))
}

async fn read_picture(form: Form) -> Result<Vec<u8>, &'static str> {
    let mut form = form.map_err(|_| "missing")?;
    loop {
        let field = form.next_field().await.map_err(|_| "too_large")?.ok_or("missing")?;
        if field.name() == Some("picture") {
            let bytes = field.bytes().await.map_err(|_| "too_large")?;
            return if bytes.is_empty() { Err("missing") } else { Ok(bytes.to_vec()) };
        }
    }
}
