//! What is done to a date of a series and to all later ones.

use axum::Json;
use axum::extract::State;
use domain::edit::Edit;
use domain::events as use_cases;
use domain::events::FollowingEdit;
use domain::ids::EventId;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Body, Id};
use super::date_views::DatesView;
use super::event_steps::CancellationBody;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(edit_following)).routes(routes!(cancel_following))
}

/// What is left out stays as it is; what may be empty is emptied by `null`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FollowingBody {
    #[schema(example = "Thursday session")]
    title: Option<String>,
    #[schema(example = "The house trio plays the first set.")]
    description: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    category_id: Edit<Uuid>,
    /// The newest version of its plan comes with another venue.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    venue_id: Edit<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Town hall, first floor")]
    location: Edit<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Leipzig")]
    city: Edit<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "https://meet.example.org/session")]
    online_url: Edit<String>,
    /// When this date begins now: the later ones are moved by as much, by the clocks there.
    #[schema(format = DateTime, example = "2027-03-25T19:30:00Z")]
    starts_at: Option<String>,
    #[schema(format = DateTime, example = "2027-03-25T22:00:00Z")]
    ends_at: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 120)]
    capacity: Edit<i64>,
    #[schema(example = false)]
    members_only: Option<bool>,
    /// Later dates that say something of their own follow, too.
    #[serde(default)]
    #[schema(example = false)]
    everywhere: bool,
    /// The version of this date that was edited: when it is no longer the newest, nothing is changed.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<FollowingBody> for FollowingEdit {
    fn from(body: FollowingBody) -> Self {
        Self {
            title: body.title,
            description: body.description,
            category_id: body.category_id.map(Into::into),
            venue_id: body.venue_id.map(Into::into),
            location: body.location,
            city: body.city,
            online_url: body.online_url,
            starts_at: body.starts_at,
            ends_at: body.ends_at,
            capacity: body.capacity,
            members_only: body.members_only,
            everywhere: body.everywhere,
            version: body.version,
        }
    }
}

/// Change this date and the later ones that are not over or cancelled: all of them or none. One that says something of its
/// own keeps that, unless it is to follow `everywhere`.
#[utoipa::path(
    patch, path = "/events/{id}/dates", tag = "events", operation_id = "edit_following",
    request_body = FollowingBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = DatesView),
        (status = 403),
        (status = 409, description = "`event_not_in_series`, `event_cancelled`, `event_ended`, `edited_meanwhile`; what an edit of this date alone is refused with; `date_refuses` when it is a later one"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_following(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<FollowingBody>,
) -> Result<Json<DatesView>, Problem> {
    Ok(Json(use_cases::edit_following(&platform, caller, event_id, body.into()).await?.into()))
}

/// Call off this date and the later ones that are not over, and say why. They stay to be seen, and stay cancelled.
#[utoipa::path(
    post, path = "/events/{id}/dates/cancel", tag = "events", operation_id = "cancel_following",
    request_body = CancellationBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = DatesView),
        (status = 403),
        (status = 409, description = "`event_not_in_series`, `event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn cancel_following(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<CancellationBody>,
) -> Result<Json<DatesView>, Problem> {
    Ok(Json(use_cases::cancel_following(&platform, caller, event_id, &body.reason).await?.into()))
}
