//! Clubs: founding, finding, reading, changing and deleting them.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use domain::clubs as use_cases;
use domain::clubs::{ClubEdit, ClubQuery, Founding};
use domain::ids::ClubId;
use domain::pictures::PICTURE_BYTES_MAX;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Body, Id, Upload};
use super::club_views::{ClubView, ListedClubView};
use super::paging::List;
use super::users::PictureFile;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    let picture = OpenApiRouter::new()
        .routes(routes!(set_club_picture, remove_club_picture))
        .layer(DefaultBodyLimit::max(PICTURE_BYTES_MAX + 1));
    OpenApiRouter::new()
        .routes(routes!(list_clubs, found_club))
        .routes(routes!(see_club, edit_club, delete_club))
        .merge(picture)
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClubSearch {
    /// Part of a name or a description.
    q: Option<String>,
    /// `approved` without it. `pending` and `rejected` are for admins, or with `mine`.
    status: Option<String>,
    /// Only clubs one belongs to or asked to join, whatever their status.
    mine: Option<bool>,
    /// How many items: 20 without it, at most 100.
    limit: Option<i64>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Look for clubs, newest first.
#[utoipa::path(
    get, path = "/clubs", tag = "clubs", operation_id = "list_clubs",
    params(ClubSearch),
    responses(
        (status = 200, body = List<ListedClubView>),
        (status = 401, description = "`sign_in_required`: for `mine`, and for clubs that are not approved"),
        (status = 403, description = "`not_allowed`: clubs that are not approved are for admins"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_clubs(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Asked(search): Asked<ClubSearch>,
) -> Result<Json<List<ListedClubView>>, Problem> {
    let query = ClubQuery {
        text: search.q.unwrap_or_default(),
        status: search.status,
        mine: search.mine.unwrap_or_default(),
        limit: search.limit,
        cursor: search.cursor,
    };
    let page = use_cases::list_clubs(&platform, caller.map(|SignedIn(caller)| caller), query).await?;
    Ok(Json(List::from_page(page, ListedClubView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct FoundingBody {
    /// 2 to 80 characters. No other club has it.
    #[schema(example = "Chess & Go")]
    name: String,
    /// Up to 5,000 characters.
    #[schema(example = "Every Thursday at seven, in the library.")]
    description: Option<String>,
    /// `open` without it: everybody may join. `request`: officers let people in. `invite`: by invitation only.
    #[schema(example = "request")]
    join_policy: Option<String>,
    /// Who sees who belongs to it: `members` without it, or `everyone` or `officers`.
    #[schema(example = "members")]
    members_visible: Option<String>,
    /// The colour of its pages, 0 to 359 degrees.
    #[schema(example = 210)]
    hue: Option<i64>,
}

impl From<FoundingBody> for Founding {
    fn from(body: FoundingBody) -> Self {
        Self {
            name: body.name,
            description: body.description.unwrap_or_default(),
            join_policy: body.join_policy,
            members_visible: body.members_visible,
            hue: body.hue,
        }
    }
}

/// Found a club. It waits for an admin, and is its founder's at once.
#[utoipa::path(
    post, path = "/clubs", tag = "clubs", operation_id = "found_club",
    request_body = FoundingBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = ClubView),
        (status = 409, description = "`club_name_taken`, `too_many_pending_clubs`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn found_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<FoundingBody>,
) -> Result<(StatusCode, Json<ClubView>), Problem> {
    let club = use_cases::found_club(&platform, caller, body.into()).await?;
    Ok((StatusCode::CREATED, Json(club.into())))
}

/// One club. One that is not approved is seen by its members and admins only.
#[utoipa::path(
    get, path = "/clubs/{id}", tag = "clubs", operation_id = "see_club",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, body = ClubView),
    ),
)]
async fn see_club(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(club_id): Id<ClubId>,
) -> Result<Json<ClubView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::see_club(&platform, caller, club_id).await?.into()))
}

/// What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ClubBody {
    /// For the owner and admins.
    #[schema(example = "Chess & Go")]
    name: Option<String>,
    /// For officers, too.
    #[schema(example = "Every Thursday at seven, in the library.")]
    description: Option<String>,
    /// `open`, `request` or `invite`. For the owner and admins.
    #[schema(example = "open")]
    join_policy: Option<String>,
    /// `everyone`, `members` or `officers`. For the owner and admins.
    #[schema(example = "everyone")]
    members_visible: Option<String>,
    /// 0 to 359 degrees. For officers, too.
    #[schema(example = 210)]
    hue: Option<i64>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<ClubBody> for ClubEdit {
    fn from(body: ClubBody) -> Self {
        Self {
            name: body.name,
            description: body.description,
            join_policy: body.join_policy,
            members_visible: body.members_visible,
            hue: body.hue,
            version: body.version,
        }
    }
}

/// Change what a club says about itself, and who may join and see. For its officers, its owner and admins.
#[utoipa::path(
    patch, path = "/clubs/{id}", tag = "clubs", operation_id = "edit_club",
    request_body = ClubBody,
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubView),
        (status = 403),
        (status = 409, description = "`club_name_taken`, `edited_meanwhile`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    Body(body): Body<ClubBody>,
) -> Result<Json<ClubView>, Problem> {
    Ok(Json(use_cases::edit_club(&platform, caller, club_id, body.into()).await?.into()))
}

/// Close a club with everything in it. For its owner and admins, once none of its published events is still to come.
#[utoipa::path(
    delete, path = "/clubs/{id}", tag = "clubs", operation_id = "delete_club",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`club_has_events`"),
    ),
)]
async fn delete_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
) -> Result<StatusCode, Problem> {
    domain::events::close_club(&platform, caller, club_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Give the club a picture: the file itself is the body. It is drawn anew, so nothing hidden in it is kept.
#[utoipa::path(
    put, path = "/clubs/{id}/picture", tag = "clubs", operation_id = "set_club_picture", security(("bearer" = [])),
    params(("id" = uuid::Uuid, Path)),
    request_body(content((PictureFile = "image/jpeg"), (PictureFile = "image/png"), (PictureFile = "image/webp")), description = "JPEG, PNG or WebP, up to 8 MB"),
    responses(
        (status = 200, body = ClubView),
        (status = 403),
        (status = 413),
        (status = 422, description = "`picture_unreadable`"),
    ),
)]
async fn set_club_picture(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    Upload(upload): Upload,
) -> Result<Json<ClubView>, Problem> {
    Ok(Json(use_cases::set_club_picture(&platform, caller, club_id, upload).await?.into()))
}

/// Take the picture of the club down: its drawn poster takes the place.
#[utoipa::path(
    delete, path = "/clubs/{id}/picture", tag = "clubs", operation_id = "remove_club_picture",
    security(("bearer" = [])), params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 204),
        (status = 403),
    ),
)]
async fn remove_club_picture(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
) -> Result<StatusCode, Problem> {
    use_cases::remove_club_picture(&platform, caller, club_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
