//! Where one is signed in.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::accounts as use_cases;
use domain::ids::SessionId;
use domain::platform::Platform;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Id;
use super::paging::List;
use super::views::SessionItem;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new().routes(routes!(list_sessions, end_other_sessions)).routes(routes!(end_session))
}

/// Every place where one is signed in, last used first.
#[utoipa::path(
    get, path = "/users/me/sessions", tag = "sessions", operation_id = "list_sessions", security(("bearer" = [])),
    responses((status = 200, body = List<SessionItem>)),
)]
async fn list_sessions(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<Json<List<SessionItem>>, Problem> {
    let sessions = use_cases::list_sessions(&platform, caller).await?;
    let total = i64::try_from(sessions.len()).unwrap_or(i64::MAX);
    Ok(Json(List { items: sessions.into_iter().map(SessionItem::from).collect(), next_cursor: None, total }))
}

/// End one sign-in.
#[utoipa::path(
    delete, path = "/users/me/sessions/{id}", tag = "sessions", operation_id = "end_session",
    params(("id" = uuid::Uuid, Path)), security(("bearer" = [])),
    responses((status = 204)),
)]
async fn end_session(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(session_id): Id<SessionId>,
) -> Result<StatusCode, Problem> {
    use_cases::end_session(&platform, caller, session_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End every sign-in but this one.
#[utoipa::path(
    delete, path = "/users/me/sessions", tag = "sessions", operation_id = "end_other_sessions",
    security(("bearer" = [])),
    responses((status = 204)),
)]
async fn end_other_sessions(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
) -> Result<StatusCode, Problem> {
    use_cases::end_other_sessions(&platform, caller).await?;
    Ok(StatusCode::NO_CONTENT)
}
