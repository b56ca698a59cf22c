//! Who belongs to a club: joining, answering requests, roles, leaving.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::clubs as use_cases;
use domain::clubs::MemberQuery;
use domain::ids::{ClubId, UserId};
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Body, Id, Ids};
use super::club_views::{ClubMemberView, MembershipView};
use super::paging::List;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

/// Where one joins; what one writes may be left out.
pub const JOINING: &str = "/clubs/{id}/members";

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_members, join_club))
        .routes(routes!(change_member_role, remove_member))
        .routes(routes!(accept_member))
        .routes(routes!(decline_member))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MemberSearch {
    /// `active` without it. `requested` is for officers, the owner and admins.
    status: Option<String>,
    /// `member`, `officer` or `owner`.
    role: Option<String>,
    /// How many items: 20 without it, at most 100.
    limit: Option<i64>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Who belongs to a club, as `members_visible` allows, whoever came first first.
#[utoipa::path(
    get, path = "/clubs/{id}/members", tag = "clubs", operation_id = "list_club_members",
    params(("id" = uuid::Uuid, Path), MemberSearch),
    responses(
        (status = 200, body = List<ClubMemberView>),
        (status = 401, description = "`sign_in_required`: the list is not for everyone"),
        (status = 403, description = "`not_allowed`: the list is for members, or officers"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_members(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(club_id): Id<ClubId>,
    Asked(search): Asked<MemberSearch>,
) -> Result<Json<List<ClubMemberView>>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let query = MemberQuery { status: search.status, role: search.role, limit: search.limit, cursor: search.cursor };
    let page = use_cases::list_members(&platform, caller, club_id, query).await?;
    Ok(Json(List::from_page(page, ClubMemberView::from)))
}

#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct JoinBody {
    /// For the officers who answer, where one has to ask. Up to 500 characters.
    #[schema(example = "I play since I was six.")]
    message: Option<String>,
}

/// Join a club, or ask to: `active` at once where it is open or one is invited, else `requested`.
#[utoipa::path(
    post, path = "/clubs/{id}/members", tag = "clubs", operation_id = "join_club",
    request_body = JoinBody,
    params(("id" = uuid::Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = MembershipView),
        (status = 403, description = "`invitation_needed`"),
        (status = 409, description = "`already_member`, `already_requested`, `club_not_approved`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn join_club(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    body: Option<Body<JoinBody>>,
) -> Result<(StatusCode, Json<MembershipView>), Problem> {
    let message = body.and_then(|Body(body)| body.message).unwrap_or_default();
    let membership = use_cases::join_club(&platform, caller, club_id, &message).await?;
    Ok((StatusCode::CREATED, Json(membership.into())))
}

/// Let in somebody who asked. For officers and the owner.
#[utoipa::path(
    post, path = "/clubs/{id}/members/{user_id}/accept", tag = "clubs", operation_id = "accept_club_member",
    params(("id" = uuid::Uuid, Path), ("user_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubMemberView),
        (status = 403),
        (status = 409, description = "`already_member`"),
    ),
)]
async fn accept_member(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, user_id): Ids<ClubId, UserId>,
) -> Result<Json<ClubMemberView>, Problem> {
    Ok(Json(use_cases::accept_member(&platform, caller, club_id, user_id).await?.into()))
}

/// Do not let in somebody who asked. They may ask again. For officers and the owner.
#[utoipa::path(
    post, path = "/clubs/{id}/members/{user_id}/decline", tag = "clubs", operation_id = "decline_club_member",
    params(("id" = uuid::Uuid, Path), ("user_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`already_member`"),
    ),
)]
async fn decline_member(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, user_id): Ids<ClubId, UserId>,
) -> Result<StatusCode, Problem> {
    use_cases::decline_member(&platform, caller, club_id, user_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ClubMemberBody {
    /// `member`, `officer` or `owner`. Making somebody the owner hands the club over; one stays as an officer.
    #[schema(example = "officer")]
    role: String,
}

/// Change what a member is, or hand the club over. For the owner.
#[utoipa::path(
    patch, path = "/clubs/{id}/members/{user_id}", tag = "clubs", operation_id = "change_club_member",
    request_body = ClubMemberBody,
    params(("id" = uuid::Uuid, Path), ("user_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubMemberView),
        (status = 403),
        (status = 409, description = "`club_needs_owner`, `edited_meanwhile`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn change_member_role(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, user_id): Ids<ClubId, UserId>,
    Body(body): Body<ClubMemberBody>,
) -> Result<Json<ClubMemberView>, Problem> {
    Ok(Json(use_cases::change_member_role(&platform, caller, club_id, user_id, &body.role).await?.into()))
}

/// Leave a club, take one's request back, or remove somebody: officers members, the owner anybody.
#[utoipa::path(
    delete, path = "/clubs/{id}/members/{user_id}", tag = "clubs", operation_id = "remove_club_member",
    params(("id" = uuid::Uuid, Path), ("user_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`club_needs_owner`, `edited_meanwhile`"),
    ),
)]
async fn remove_member(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, user_id): Ids<ClubId, UserId>,
) -> Result<StatusCode, Problem> {
    use_cases::remove_member(&platform, caller, club_id, user_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
