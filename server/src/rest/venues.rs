//! Venues: adding, finding, reading, changing and deleting them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::edit::Edit;
use domain::ids::VenueId;
use domain::platform::Platform;
use domain::venues as use_cases;
use domain::venues::{VenueDraft, VenueEdit, VenueQuery};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Asked, Body, Id};
use super::paging::List;
use super::venue_views::VenueView;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_venues, create_venue)).routes(routes!(see_venue, edit_venue, delete_venue))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct VenueSearch {
    /// Part of a name, an address or a city.
    q: Option<String>,
    /// The whole name of a city.
    city: Option<String>,
    /// Only venues one added, or looks after as an officer of their club.
    mine: Option<bool>,
    /// How many items: 20 without it, at most 100.
    limit: Option<i64>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Look for venues, newest first. They are there for everybody.
#[utoipa::path(
    get, path = "/venues", tag = "venues", operation_id = "list_venues",
    params(VenueSearch),
    responses(
        (status = 200, body = List<VenueView>),
        (status = 401, description = "`sign_in_required`: for `mine`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_venues(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Asked(search): Asked<VenueSearch>,
) -> Result<Json<List<VenueView>>, Problem> {
    let query = VenueQuery {
        text: search.q.unwrap_or_default(),
        city: search.city.unwrap_or_default(),
        mine: search.mine.unwrap_or_default(),
        limit: search.limit,
        cursor: search.cursor,
    };
    let page = use_cases::list_venues(&platform, caller.map(|SignedIn(caller)| caller), query).await?;
    Ok(Json(List::from_page(page, VenueView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct NewVenueBody {
    /// 2 to 120 characters.
    #[schema(example = "Old Gym Theatre")]
    name: String,
    /// Up to 200 characters.
    #[schema(example = "Schillerstraße 12")]
    address: Option<String>,
    /// Up to 80 characters.
    #[schema(example = "Leipzig")]
    city: Option<String>,
    #[schema(example = "Europe/Berlin")]
    time_zone: String,
    /// The club it belongs to: its officers and its owner look after it, too. Without one it takes an organizer.
    #[schema(example = json!(null))]
    club_id: Option<Uuid>,
}

impl From<NewVenueBody> for VenueDraft {
    fn from(body: NewVenueBody) -> Self {
        Self {
            name: body.name,
            address: body.address.unwrap_or_default(),
            city: body.city.unwrap_or_default(),
            time_zone: body.time_zone,
            club_id: body.club_id.map(Into::into),
        }
    }
}

/// Add a venue. For organizers, and for officers and owners of approved clubs.
#[utoipa::path(
    post, path = "/venues", tag = "venues", operation_id = "create_venue",
    request_body = NewVenueBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = VenueView),
        (status = 403),
        (status = 409, description = "`club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn create_venue(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<NewVenueBody>,
) -> Result<(StatusCode, Json<VenueView>), Problem> {
    let venue = use_cases::create_venue(&platform, caller, body.into()).await?;
    Ok((StatusCode::CREATED, Json(venue.into())))
}

/// One venue.
#[utoipa::path(
    get, path = "/venues/{id}", tag = "venues", operation_id = "see_venue",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = VenueView),
    ),
)]
async fn see_venue(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(venue_id): Id<VenueId>,
) -> Result<Json<VenueView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::see_venue(&platform, caller, venue_id).await?.into()))
}

/// What is left out stays as it is; what may be empty is emptied by `null`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct VenueBody {
    #[schema(example = "Old Gym Theatre")]
    name: Option<String>,
    #[schema(example = "Schillerstraße 12")]
    address: Option<String>,
    #[schema(example = "Leipzig")]
    city: Option<String>,
    #[schema(example = "Europe/Berlin")]
    time_zone: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    club_id: Edit<Uuid>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<VenueBody> for VenueEdit {
    fn from(body: VenueBody) -> Self {
        Self {
            name: body.name,
            address: body.address,
            city: body.city,
            time_zone: body.time_zone,
            club_id: body.club_id.map(Into::into),
            version: body.version,
        }
    }
}

/// Change what a venue says. For whoever added it, the officers of its club, and admins.
#[utoipa::path(
    patch, path = "/venues/{id}", tag = "venues", operation_id = "edit_venue",
    request_body = VenueBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = VenueView),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`, `club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_venue(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(venue_id): Id<VenueId>,
    Body(body): Body<VenueBody>,
) -> Result<Json<VenueView>, Problem> {
    Ok(Json(use_cases::edit_venue(&platform, caller, venue_id, body.into()).await?.into()))
}

/// Delete a venue where nothing is to take place any more. For those who look after it.
#[utoipa::path(
    delete, path = "/venues/{id}", tag = "venues", operation_id = "delete_venue",
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`venue_in_use`: the sentence says by how many events"),
    ),
)]
async fn delete_venue(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(venue_id): Id<VenueId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_venue(&platform, caller, venue_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
