//! What happens inside an event.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::edit::Edit;
use domain::events as use_cases;
use domain::events::SessionEdit;
use domain::ids::{AgendaItemId, EventId};
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Body, Id, Ids};
use super::event_views::EventSessionView;
use super::paging::List;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_sessions, create_session)).routes(routes!(edit_session, delete_session))
}

/// What happens inside an event, in its order. All of it is one page.
#[utoipa::path(
    get, path = "/events/{id}/sessions", tag = "events", operation_id = "list_event_sessions",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = List<EventSessionView>),
    ),
)]
async fn list_sessions(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(event_id): Id<EventId>,
) -> Result<Json<List<EventSessionView>>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let page = use_cases::list_event_sessions(&platform, caller, event_id).await?;
    Ok(Json(List::from_page(page, EventSessionView::from)))
}

/// What is left out stays as it is; what may be empty is emptied by `null`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EventSessionBody {
    /// 1 to 140 characters. A new session needs one.
    #[schema(example = "Opening")]
    title: Option<String>,
    /// Up to 5,000 characters.
    #[schema(example = "Why we are here.")]
    description: Option<String>,
    /// Not before the event. A new session needs one.
    #[schema(format = DateTime, example = "2027-03-21T18:00:00Z")]
    starts_at: Option<String>,
    /// Not after the event. A new session needs one.
    #[schema(format = DateTime, example = "2027-03-21T18:30:00Z")]
    ends_at: Option<String>,
    /// Up to 80 characters. There is one session in a room at a time.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Main hall")]
    room: Edit<String>,
    /// Up to 80 characters. Nobody speaks in two sessions at a time.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Grace Hopper")]
    speaker_name: Edit<String>,
    /// Where the speaker has an account.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    speaker_id: Edit<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 60)]
    capacity: Edit<i64>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<EventSessionBody> for SessionEdit {
    fn from(body: EventSessionBody) -> Self {
        Self {
            title: body.title,
            description: body.description,
            starts_at: body.starts_at,
            ends_at: body.ends_at,
            room: body.room,
            speaker_name: body.speaker_name,
            speaker_id: body.speaker_id.map(Into::into),
            capacity: body.capacity,
            version: body.version,
        }
    }
}

/// Say what happens in an event. For those who run it. There are at most 500 sessions in one event.
#[utoipa::path(
    post, path = "/events/{id}/sessions", tag = "events", operation_id = "create_event_session",
    request_body = EventSessionBody,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = EventSessionView),
        (status = 403),
        (status = 409, description = "`room_taken`, `speaker_taken`, `too_many_sessions`, `event_cancelled`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn create_session(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<EventSessionBody>,
) -> Result<(StatusCode, Json<EventSessionView>), Problem> {
    let session = use_cases::create_event_session(&platform, caller, event_id, body.into()).await?;
    Ok((StatusCode::CREATED, Json(session.into())))
}

/// Change what happens in an event. For those who run it.
#[utoipa::path(
    patch, path = "/events/{id}/sessions/{session_id}", tag = "events", operation_id = "edit_event_session",
    request_body = EventSessionBody,
    params(("id" = Uuid, Path), ("session_id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = EventSessionView),
        (status = 403),
        (status = 409, description = "`room_taken`, `speaker_taken`, `edited_meanwhile`, `event_cancelled`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_session(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(event_id, session_id): Ids<EventId, AgendaItemId>,
    Body(body): Body<EventSessionBody>,
) -> Result<Json<EventSessionView>, Problem> {
    let edit = body.into();
    Ok(Json(use_cases::edit_event_session(&platform, caller, event_id, session_id, edit).await?.into()))
}

/// Take something out of an event. For those who run it.
#[utoipa::path(
    delete, path = "/events/{id}/sessions/{session_id}", tag = "events", operation_id = "delete_event_session",
    params(("id" = Uuid, Path), ("session_id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`event_cancelled`"),
    ),
)]
async fn delete_session(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(event_id, session_id): Ids<EventId, AgendaItemId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_event_session(&platform, caller, event_id, session_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
