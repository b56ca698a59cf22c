//! What a club tells.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::clubs as use_cases;
use domain::clubs::{PostDraft, PostEdit};
use domain::ids::{ClubId, PostId};
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Body, Id, Ids};
use super::club_views::ClubPostView;
use super::paging::{List, PageQuery};
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_posts, publish_post)).routes(routes!(edit_post, remove_post))
}

/// What a club told, newest first; what is for members only is shown to members and admins.
#[utoipa::path(
    get, path = "/clubs/{id}/posts", tag = "clubs", operation_id = "list_club_posts",
    params(("id" = uuid::Uuid, Path), PageQuery),
    responses(
        (status = 200, body = List<ClubPostView>),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_posts(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(club_id): Id<ClubId>,
    Asked(page): Asked<PageQuery>,
) -> Result<Json<List<ClubPostView>>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let page = use_cases::list_posts(&platform, caller, club_id, page.limit, page.cursor.as_deref()).await?;
    Ok(Json(List::from_page(page, ClubPostView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ClubPostBody {
    /// Up to 120 characters.
    #[schema(example = "Blitz tournament on Saturday")]
    title: String,
    /// Up to 10,000 characters.
    #[schema(example = "Seven rounds, five minutes each. Bring a clock.")]
    body: String,
    /// False without it.
    #[schema(example = false)]
    members_only: Option<bool>,
}

impl From<ClubPostBody> for PostDraft {
    fn from(body: ClubPostBody) -> Self {
        Self { title: body.title, body: body.body, members_only: body.members_only.unwrap_or_default() }
    }
}

/// Tell something, to members or to everybody. For officers and the owner.
#[utoipa::path(
    post, path = "/clubs/{id}/posts", tag = "clubs", operation_id = "publish_club_post",
    request_body = ClubPostBody,
    params(("id" = uuid::Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = ClubPostView),
        (status = 403),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn publish_post(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(club_id): Id<ClubId>,
    Body(body): Body<ClubPostBody>,
) -> Result<(StatusCode, Json<ClubPostView>), Problem> {
    let post = use_cases::publish_post(&platform, caller, club_id, body.into()).await?;
    Ok((StatusCode::CREATED, Json(post.into())))
}

/// What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ClubPostChangeBody {
    #[schema(example = "Blitz tournament on Sunday")]
    title: Option<String>,
    #[schema(example = "Seven rounds, three minutes each.")]
    body: Option<String>,
    #[schema(example = true)]
    members_only: Option<bool>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<ClubPostChangeBody> for PostEdit {
    fn from(body: ClubPostChangeBody) -> Self {
        Self { title: body.title, body: body.body, members_only: body.members_only, version: body.version }
    }
}

/// Change what was told. For officers and the owner.
#[utoipa::path(
    patch, path = "/clubs/{id}/posts/{post_id}", tag = "clubs", operation_id = "edit_club_post",
    request_body = ClubPostChangeBody,
    params(("id" = uuid::Uuid, Path), ("post_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = ClubPostView),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_post(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, post_id): Ids<ClubId, PostId>,
    Body(body): Body<ClubPostChangeBody>,
) -> Result<Json<ClubPostView>, Problem> {
    Ok(Json(use_cases::edit_post(&platform, caller, club_id, post_id, body.into()).await?.into()))
}

/// Take back what was told. For officers and the owner.
#[utoipa::path(
    delete, path = "/clubs/{id}/posts/{post_id}", tag = "clubs", operation_id = "remove_club_post",
    params(("id" = uuid::Uuid, Path), ("post_id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
    ),
)]
async fn remove_post(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(club_id, post_id): Ids<ClubId, PostId>,
) -> Result<StatusCode, Problem> {
    use_cases::remove_post(&platform, caller, club_id, post_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
