//! Notices inside the product.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::ids::NoticeId;
use domain::notifications as use_cases;
use domain::platform::Platform;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Asked, Id};
use super::paging::{List, PageQuery};
use super::views::NoticeView;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_notices)).routes(routes!(read_notice)).routes(routes!(read_all_notices))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Notices {
    #[serde(flatten)]
    list: List<NoticeView>,
    /// How many have not been read, of all pages.
    unread: i64,
}

/// One's own notices, newest first.
#[utoipa::path(
    get, path = "/users/me/notifications", tag = "notifications", operation_id = "list_notices",
    params(PageQuery), security(("bearer" = [])),
    responses((status = 200, body = Notices), (status = 422)),
)]
async fn list_notices(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Asked(page): Asked<PageQuery>,
) -> Result<Json<Notices>, Problem> {
    let notices = use_cases::list_notices(&platform, caller, page.limit, page.cursor.as_deref()).await?;
    let unread = use_cases::count_unread(&platform, caller).await?;
    Ok(Json(Notices { list: List::from_page(notices, NoticeView::from), unread }))
}

/// Mark one as read.
#[utoipa::path(
    post, path = "/users/me/notifications/{id}/read", tag = "notifications", operation_id = "read_notice",
    params(("id" = uuid::Uuid, Path)), security(("bearer" = [])),
    responses((status = 204)),
)]
async fn read_notice(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(notice_id): Id<NoticeId>,
) -> Result<StatusCode, Problem> {
    use_cases::read_notice(&platform, caller, notice_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Mark all as read.
#[utoipa::path(
    post, path = "/users/me/notifications/read-all", tag = "notifications", operation_id = "read_all_notices",
    security(("bearer" = [])),
    responses((status = 204)),
)]
async fn read_all_notices(State(platform): State<Platform>, SignedIn(caller): SignedIn) -> Result<StatusCode, Problem> {
    use_cases::read_all_notices(&platform, caller).await?;
    Ok(StatusCode::NO_CONTENT)
}
