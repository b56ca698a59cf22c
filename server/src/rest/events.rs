//! Events: putting them on, reading, changing and deleting them.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use domain::edit::Edit;
use domain::events as use_cases;
use domain::events::{EventDraft, EventEdit};
use domain::ids::{EventId, UserId};
use domain::pictures::PICTURE_BYTES_MAX;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Asked, Body, Id, Upload};
use super::event_views::{EventView, ListedEventView};
use super::paging::{List, PageQuery};
use super::users::PictureFile;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    let picture = OpenApiRouter::new()
        .routes(routes!(set_event_picture, remove_event_picture))
        .layer(DefaultBodyLimit::max(PICTURE_BYTES_MAX + 1));
    OpenApiRouter::new()
        .routes(routes!(create_event))
        .routes(routes!(see_event, put_event, patch_event, delete_event))
        .routes(routes!(list_events_of))
        .merge(picture)
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct NewEventBody {
    /// 1 to 140 characters.
    #[schema(example = "Spring concert")]
    title: String,
    /// Up to 20,000 characters.
    #[schema(example = "Two hours of brass, and cake.")]
    description: Option<String>,
    #[schema(example = json!(null))]
    category_id: Option<Uuid>,
    /// The club that puts it on: its officers and its owner may. Without one it takes an organizer.
    #[schema(example = json!(null))]
    club_id: Option<Uuid>,
    /// Where it takes place.
    #[schema(example = json!(null))]
    venue_id: Option<Uuid>,
    /// How the seats of the venue are arranged: the newest version of its plan without it. The event keeps it.
    #[schema(example = json!(null))]
    plan_id: Option<Uuid>,
    /// Where, when there is no venue. Up to 200 characters.
    #[schema(example = "Town hall, first floor")]
    location: Option<String>,
    /// Up to 80 characters.
    #[schema(example = "Leipzig")]
    city: Option<String>,
    /// Begins with https://. Shown to those who hold a ticket and those who run it only.
    #[schema(example = "https://meet.example.org/spring")]
    online_url: Option<String>,
    #[schema(format = DateTime, example = "2027-03-21T18:00:00Z")]
    starts_at: String,
    /// After the start, and at most 31 days later.
    #[schema(format = DateTime, example = "2027-03-21T20:00:00Z")]
    ends_at: String,
    #[schema(example = "Europe/Berlin")]
    time_zone: String,
    #[schema(example = "EUR")]
    currency: String,
    /// Places altogether: 1 to 1,000,000. Left to the ticket types without it.
    #[schema(example = 120)]
    capacity: Option<i64>,
    /// For members of the club only.
    #[schema(example = false)]
    members_only: Option<bool>,
}

impl From<NewEventBody> for EventDraft {
    fn from(body: NewEventBody) -> Self {
        Self {
            title: body.title,
            description: body.description.unwrap_or_default(),
            category_id: body.category_id.map(Into::into),
            club_id: body.club_id.map(Into::into),
            venue_id: body.venue_id.map(Into::into),
            plan_id: body.plan_id.map(Into::into),
            location: body.location,
            city: body.city,
            online_url: body.online_url,
            starts_at: body.starts_at,
            ends_at: body.ends_at,
            time_zone: body.time_zone,
            currency: body.currency,
            capacity: body.capacity,
            members_only: body.members_only.unwrap_or_default(),
        }
    }
}

/// Start an event: a draft that only those who run it see. For organizers, and for officers and owners of approved clubs.
#[utoipa::path(
    post, path = "/events", tag = "events", operation_id = "create_event",
    request_body = NewEventBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = EventView),
        (status = 403),
        (status = 409, description = "`club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn create_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<NewEventBody>,
) -> Result<(StatusCode, Json<EventView>), Problem> {
    let event = use_cases::create_event(&platform, caller, body.into()).await?;
    Ok((StatusCode::CREATED, Json(event.into())))
}

/// One event. Drafts are seen by those who run them, and what is for members only by members, too.
#[utoipa::path(
    get, path = "/events/{id}", tag = "events", operation_id = "see_event",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = EventView),
    ),
)]
async fn see_event(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(event_id): Id<EventId>,
) -> Result<Json<EventView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::see_event(&platform, caller, event_id).await?.into()))
}

/// What is left out stays as it is; what may be empty is emptied by `null`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EventBody {
    #[schema(example = "Spring concert")]
    title: Option<String>,
    #[schema(example = "Two hours of brass, and cake.")]
    description: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    category_id: Edit<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    club_id: Edit<Uuid>,
    /// The newest version of its plan comes with another venue, unless `plan_id` says otherwise. Stays as it is once
    /// something is sold or held.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    venue_id: Edit<Uuid>,
    /// Another version of the venue's plan, or `null` for an event without seats. Stays as it is once something is sold
    /// or held.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    plan_id: Edit<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Town hall, first floor")]
    location: Edit<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Leipzig")]
    city: Edit<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "https://meet.example.org/spring")]
    online_url: Edit<String>,
    /// Once it is published it cannot be moved into the past.
    #[schema(format = DateTime, example = "2027-03-21T18:00:00Z")]
    starts_at: Option<String>,
    #[schema(format = DateTime, example = "2027-03-21T20:00:00Z")]
    ends_at: Option<String>,
    #[schema(example = "Europe/Berlin")]
    time_zone: Option<String>,
    /// Stays as it is once the event is published.
    #[schema(example = "EUR")]
    currency: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 120)]
    capacity: Edit<i64>,
    #[schema(example = false)]
    members_only: Option<bool>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<EventBody> for EventEdit {
    fn from(body: EventBody) -> Self {
        Self {
            title: body.title,
            description: body.description,
            category_id: body.category_id.map(Into::into),
            club_id: body.club_id.map(Into::into),
            venue_id: body.venue_id.map(Into::into),
            plan_id: body.plan_id.map(Into::into),
            location: body.location,
            city: body.city,
            online_url: body.online_url,
            starts_at: body.starts_at,
            ends_at: body.ends_at,
            time_zone: body.time_zone,
            currency: body.currency,
            capacity: body.capacity,
            members_only: body.members_only,
            version: body.version,
        }
    }
}

/// Change an event. For those who run it.
#[utoipa::path(
    put, path = "/events/{id}", tag = "events", operation_id = "put_event",
    request_body = EventBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = EventView),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`, `event_cancelled`, `event_ended`, `currency_fixed`, `club_not_approved`, `not_ready`, `venue_fixed`, `section_missing`, `quota_above_seats`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn put_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<EventBody>,
) -> Result<Json<EventView>, Problem> {
    Ok(Json(use_cases::edit_event(&platform, caller, event_id, body.into()).await?.into()))
}

/// The same: what is left out stays as it is.
#[utoipa::path(
    patch, path = "/events/{id}", tag = "events", operation_id = "patch_event",
    request_body = EventBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = EventView),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`, `event_cancelled`, `event_ended`, `currency_fixed`, `club_not_approved`, `not_ready`, `venue_fixed`, `section_missing`, `quota_above_seats`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn patch_event(
    platform: State<Platform>,
    caller: SignedIn,
    id: Id<EventId>,
    body: Body<EventBody>,
) -> Result<Json<EventView>, Problem> {
    put_event(platform, caller, id, body).await
}

/// Throw a draft away. For those who run it.
#[utoipa::path(
    delete, path = "/events/{id}", tag = "events", operation_id = "delete_event",
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`event_not_draft`"),
    ),
)]
async fn delete_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_event(&platform, caller, event_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What somebody puts on, newest first: everything for themselves, what is for everybody for the rest.
#[utoipa::path(
    get, path = "/users/{id}/events", tag = "events", operation_id = "list_events_of",
    params(("id" = Uuid, Path), PageQuery),
    responses(
        (status = 200, body = List<ListedEventView>),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_events_of(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(user_id): Id<UserId>,
    Asked(page): Asked<PageQuery>,
) -> Result<Json<List<ListedEventView>>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let page = use_cases::list_events_of(&platform, caller, user_id, page.limit, page.cursor.as_deref()).await?;
    Ok(Json(List::from_page(page, ListedEventView::from)))
}

/// Give the event a picture: the file itself is the body. It is drawn anew, so nothing hidden in it is kept.
#[utoipa::path(
    put, path = "/events/{id}/image", tag = "events", operation_id = "set_event_picture", security(("bearer" = [])),
    params(("id" = Uuid, Path)),
    request_body(content((PictureFile = "image/jpeg"), (PictureFile = "image/png"), (PictureFile = "image/webp")), description = "JPEG, PNG or WebP, up to 8 MB"),
    responses(
        (status = 200, body = EventView),
        (status = 403),
        (status = 409, description = "`event_cancelled`"),
        (status = 413),
        (status = 422, description = "`picture_unreadable`"),
    ),
)]
async fn set_event_picture(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Upload(upload): Upload,
) -> Result<Json<EventView>, Problem> {
    Ok(Json(use_cases::set_event_picture(&platform, caller, event_id, upload).await?.into()))
}

/// Take the picture of the event down: its drawn poster takes the place.
#[utoipa::path(
    delete, path = "/events/{id}/image", tag = "events", operation_id = "remove_event_picture",
    security(("bearer" = [])), params(("id" = Uuid, Path)),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`event_cancelled`"),
    ),
)]
async fn remove_event_picture(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
) -> Result<StatusCode, Problem> {
    use_cases::remove_event_picture(&platform, caller, event_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
