//! The steps an event takes: publishing, cancelling, putting it on again.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::events as use_cases;
use domain::ids::EventId;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Body, Id};
use super::event_views::EventView;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(publish_event)).routes(routes!(cancel_event)).routes(routes!(clone_event))
}

/// Show an event to everybody it is for. For those who run it. What is still missing is listed in `errors`.
#[utoipa::path(
    post, path = "/events/{id}/publish", tag = "events", operation_id = "publish_event",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = EventView),
        (status = 403),
        (status = 409, description = "`not_ready` with what is missing as its `errors`, about `starts_at`, `location`, `capacity` or `club_id`; `event_published`, `event_cancelled`, `edited_meanwhile`"),
    ),
)]
async fn publish_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
) -> Result<Json<EventView>, Problem> {
    Ok(Json(use_cases::publish_event(&platform, caller, event_id).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct CancellationBody {
    /// For those who wanted to come. 1 to 500 characters.
    #[schema(example = "The hall is under water.")]
    pub reason: String,
}

/// Call an event off and say why. For those who run it. It stays to be seen, and stays cancelled.
#[utoipa::path(
    post, path = "/events/{id}/cancel", tag = "events", operation_id = "cancel_event",
    request_body = CancellationBody,
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = EventView),
        (status = 403),
        (status = 409, description = "`event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn cancel_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<CancellationBody>,
) -> Result<Json<EventView>, Problem> {
    Ok(Json(use_cases::cancel_event(&platform, caller, event_id, &body.reason).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct CloneBody {
    /// Everything in it stays as far from the start as it was.
    #[schema(format = DateTime, example = "2027-03-28T18:00:00Z")]
    starts_at: String,
}

/// Put an event on again: a draft like it at another time. For those who run it.
#[utoipa::path(
    post, path = "/events/{id}/clone", tag = "events", operation_id = "clone_event",
    request_body = CloneBody,
    params(("id" = uuid::Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = EventView),
        (status = 403),
        (status = 409, description = "`club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn clone_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<CloneBody>,
) -> Result<(StatusCode, Json<EventView>), Problem> {
    let event = use_cases::clone_event(&platform, caller, event_id, &body.starts_at).await?;
    Ok((StatusCode::CREATED, Json(event.into())))
}
