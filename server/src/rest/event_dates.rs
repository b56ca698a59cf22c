//! The dates of an event that comes again.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::events as use_cases;
use domain::events::LaterEnd;
use domain::ids::EventId;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Body, Id, IdAndText};
use super::date_views::{DatesView, PublishedDatesView};
use super::event_views::EventView;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(see_dates, repeat_event))
        .routes(routes!(extend_series))
        .routes(routes!(publish_dates))
        .routes(routes!(leave_series))
        .routes(routes!(skip_date))
}

/// All dates of the series an event belongs to. Drafts are seen by those who run them.
#[utoipa::path(
    get, path = "/events/{id}/dates", tag = "events", operation_id = "see_event_dates",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, body = DatesView),
    ),
)]
async fn see_dates(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(event_id): Id<EventId>,
) -> Result<Json<DatesView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::see_dates(&platform, caller, event_id).await?.into()))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct RepetitionBody {
    /// As iCalendar writes it (RFC 5545): `FREQ` is `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`, with `COUNT` or `UNTIL`, and
    /// if need be `INTERVAL` (1 to 99), `BYDAY` (weekdays of a week, or one of a month like `2FR` and `-1FR`),
    /// `BYMONTHDAY` (1 to 31, or -1) and `WKST`. At most 200 dates, at most three years after the first.
    #[schema(example = "FREQ=WEEKLY;BYDAY=SU;COUNT=10")]
    rule: String,
    /// Days the rule makes that are left out.
    #[serde(default)]
    #[schema(example = json!(["2027-03-28"]))]
    except: Vec<String>,
}

/// Let an event come again: it is the first date, and the others are drafts like it at the same hour. For those who may
/// put on events for its club.
#[utoipa::path(
    post, path = "/events/{id}/dates", tag = "events", operation_id = "repeat_event",
    request_body = RepetitionBody,
    params(("id" = uuid::Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = DatesView),
        (status = 403),
        (status = 409, description = "`event_in_series`, `event_cancelled`, `club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn repeat_event(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<RepetitionBody>,
) -> Result<(StatusCode, Json<DatesView>), Problem> {
    let dates = use_cases::repeat_event(&platform, caller, event_id, &body.rule, &body.except).await?;
    Ok((StatusCode::CREATED, Json(dates.into())))
}

/// One of `until` and `count`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LaterEndBody {
    /// The last day on which there may be a date.
    #[schema(example = "2027-06-30")]
    until: Option<String>,
    /// All dates from the first on, those left out among them.
    #[schema(example = json!(null))]
    count: Option<i64>,
    /// The version of the series: when it is no longer the newest, nothing is made.
    #[schema(example = 1)]
    version: Option<i64>,
}

/// Let a series go on: the dates that are missing until its new end are made, as drafts like this one. For those who may
/// put on events for its club.
#[utoipa::path(
    post, path = "/events/{id}/dates/extend", tag = "events", operation_id = "extend_series",
    request_body = LaterEndBody,
    params(("id" = uuid::Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = DatesView),
        (status = 403),
        (status = 409, description = "`event_not_in_series`, `event_cancelled`, `edited_meanwhile`, `club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn extend_series(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<LaterEndBody>,
) -> Result<(StatusCode, Json<DatesView>), Problem> {
    let later = LaterEnd { until: body.until, count: body.count, version: body.version };
    let dates = use_cases::extend_series(&platform, caller, event_id, later).await?;
    Ok((StatusCode::CREATED, Json(dates.into())))
}

/// Show all drafts of the series to everybody they are for. Those that still lack something stay drafts and are listed.
#[utoipa::path(
    post, path = "/events/{id}/dates/publish", tag = "events", operation_id = "publish_dates",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = PublishedDatesView),
        (status = 403),
        (status = 409, description = "`event_not_in_series`"),
    ),
)]
async fn publish_dates(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
) -> Result<Json<PublishedDatesView>, Problem> {
    Ok(Json(use_cases::publish_series(&platform, caller, event_id).await?.into()))
}

/// Let a date go its own way: from now on it is an event that stands alone. For those who run it.
#[utoipa::path(
    post, path = "/events/{id}/dates/leave", tag = "events", operation_id = "leave_series",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = EventView),
        (status = 403),
        (status = 409, description = "`event_not_in_series`"),
    ),
)]
async fn leave_series(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
) -> Result<Json<EventView>, Problem> {
    Ok(Json(use_cases::leave_series(&platform, caller, event_id).await?.into()))
}

/// Leave out a date: its draft is thrown away, and no other is made for the day. What was published is cancelled instead.
#[utoipa::path(
    delete, path = "/events/{id}/dates/{date}", tag = "events", operation_id = "skip_date",
    params(("id" = uuid::Uuid, Path), ("date" = String, Path, description = "The day it was made for, like 2026-12-24")),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`event_not_draft`"),
    ),
)]
async fn skip_date(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    IdAndText(event_id, date): IdAndText<EventId>,
) -> Result<StatusCode, Problem> {
    use_cases::skip_date(&platform, caller, event_id, &date).await?;
    Ok(StatusCode::NO_CONTENT)
}
