//! The catalogue of events, and what calendars subscribe to.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use domain::events as use_cases;
use domain::events::CatalogueQuery;
use domain::ids::EventId;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Asked, Id};
use super::catalogue_views::CatalogueView;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::calendar::{AlreadyHas, Calendar};
use crate::web::problem::Problem;

/// Where the router finds what is asked for as `/events/{id}.ics`: a route knows no endings.
pub const ENTRY: &str = "/events/{id}/ics";
pub const ENTRY_AS_ASKED: &str = "/events/{id}.ics";

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(find_events)).routes(routes!(see_calendar)).routes(routes!(see_calendar_entry))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Up to 12 words of a title, a description, a place, a club or a category; all of them must be there. Accents and
    /// capitals make no difference, the last word may be the beginning of one, and where nothing is found as it is
    /// written, words of titles, places, clubs and categories may be a letter off, long ones two.
    #[param(example = "jazz leipzig")]
    q: Option<String>,
    category: Option<Uuid>,
    club: Option<Uuid>,
    /// A day or a time: events of which some lies after its beginning. Without it, those that are not over.
    #[param(example = "2026-11-21")]
    from: Option<String>,
    /// A day or a time: events that begin before its end.
    #[param(example = "2026-11-22")]
    to: Option<String>,
    /// As it is written at the event; accents and capitals make no difference.
    #[param(example = "Leipzig")]
    city: Option<String>,
    /// Whether one can come by following an address.
    online: Option<bool>,
    /// Whether there is a way in that costs nothing.
    free: Option<bool>,
    /// Whether there are places now.
    available: Option<bool>,
    /// Only of clubs one belongs to, and what one put on oneself.
    mine: Option<bool>,
    /// In minor units of each event's own currency; with `currency`, only events in that one are compared.
    #[param(example = 500)]
    min_price: Option<i64>,
    #[param(example = 3000)]
    max_price: Option<i64>,
    /// Only events in this currency.
    #[param(example = "EUR")]
    currency: Option<String>,
    /// `upcoming` without it, or `past` or `cancelled`.
    #[param(example = "upcoming")]
    status: Option<String>,
    /// `date`: the soonest first, of what is over the latest. `relevance`: titles before the rest; with `q` without
    /// asking. `price`: the cheapest first. `newest`: the one published last first.
    #[param(example = "date")]
    sort: Option<String>,
    /// What days are meant in: one's own zone without it, UTC for visitors.
    #[param(example = "Europe/Berlin")]
    time_zone: Option<String>,
    /// Whether to count what other choices would find.
    facets: Option<bool>,
    /// How many items: 20 without it, at most 100.
    limit: Option<i64>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

impl From<Search> for CatalogueQuery {
    fn from(search: Search) -> Self {
        Self {
            text: search.q.unwrap_or_default(),
            category: search.category.map(Into::into),
            club: search.club.map(Into::into),
            from: search.from,
            to: search.to,
            city: search.city,
            online: search.online,
            free: search.free,
            available: search.available,
            mine: search.mine.unwrap_or_default(),
            min_price: search.min_price,
            max_price: search.max_price,
            currency: search.currency,
            status: search.status,
            sort: search.sort,
            time_zone: search.time_zone,
            facets: search.facets.unwrap_or_default(),
            limit: search.limit,
            cursor: search.cursor,
        }
    }
}

/// Find events that were published. What is for members only is found by members and those who run it.
#[utoipa::path(
    get, path = "/events", tag = "events", operation_id = "find_events",
    params(Search),
    responses(
        (status = 200, body = CatalogueView),
        (status = 401, description = "`sign_in_required`: for `mine`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn find_events(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Asked(search): Asked<Search>,
) -> Result<Json<CatalogueView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::find_events(&platform, caller, search.into()).await?.into()))
}

/// The next 200 events of whatever one looks for, to subscribe to: takes what `GET /events` takes. What was cancelled is in it and says so.
#[utoipa::path(
    get, path = "/events.ics", tag = "events", operation_id = "see_calendar",
    params(Search, ("If-None-Match" = Option<String>, Header, description = "The `ETag` of the answer before")),
    responses(
        (status = 200, body = String, content_type = "text/calendar"),
        (status = 304, description = "Nothing has changed since that answer"),
        (status = 401, description = "`sign_in_required`: for `mine`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn see_calendar(
    State(web): State<Web>,
    caller: Option<SignedIn>,
    already: AlreadyHas,
    Asked(search): Asked<Search>,
) -> Result<Response, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let (name, url) = (web.site_name(), web.public_url());
    let text = use_cases::see_calendar(&web.platform, caller, search.into(), name, url).await?;
    Ok(Calendar { name: "events", text }.answer(&already))
}

/// One event for a calendar. Seen by whoever sees the event.
#[utoipa::path(
    get, path = "/events/{id}/ics", tag = "events", operation_id = "see_calendar_entry",
    params(("id" = Uuid, Path), ("If-None-Match" = Option<String>, Header, description = "The `ETag` of the answer before")),
    responses(
        (status = 200, body = String, content_type = "text/calendar"),
        (status = 304, description = "Nothing has changed since that answer"),
    ),
)]
async fn see_calendar_entry(
    State(web): State<Web>,
    caller: Option<SignedIn>,
    already: AlreadyHas,
    Id(event_id): Id<EventId>,
) -> Result<Response, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let text = use_cases::see_calendar_entry(&web.platform, caller, event_id, web.public_url()).await?;
    Ok(Calendar { name: "event", text }.answer(&already))
}
