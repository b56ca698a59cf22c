//! What kinds of event there are.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::events as use_cases;
use domain::events::CategoryEdit;
use domain::ids::CategoryId;
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::{Body, Id};
use super::event_views::CategoryView;
use super::paging::List;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_categories, create_category))
        .routes(routes!(edit_category, delete_category))
}

/// The kinds of event there are, by name. All of them are one page.
#[utoipa::path(
    get, path = "/categories", tag = "events", operation_id = "list_categories",
    responses((status = 200, body = List<CategoryView>)),
)]
async fn list_categories(
    State(platform): State<Platform>,
    _: Option<SignedIn>,
) -> Result<Json<List<CategoryView>>, Problem> {
    let page = use_cases::list_categories(&platform).await?;
    Ok(Json(List::from_page(page, CategoryView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct NewCategoryBody {
    /// 2 to 60 characters. No other category has it.
    #[schema(example = "Music")]
    name: String,
}

/// Add a kind of event. For admins.
#[utoipa::path(
    post, path = "/categories", tag = "events", operation_id = "create_category",
    request_body = NewCategoryBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = CategoryView),
        (status = 403),
        (status = 409, description = "`category_name_taken`, `too_many_categories`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn create_category(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<NewCategoryBody>,
) -> Result<(StatusCode, Json<CategoryView>), Problem> {
    let category = use_cases::create_category(&platform, caller, &body.name).await?;
    Ok((StatusCode::CREATED, Json(category.into())))
}

/// What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CategoryBody {
    #[schema(example = "Music & Dance")]
    name: Option<String>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

/// Give a kind of event another name. For admins.
#[utoipa::path(
    patch, path = "/categories/{id}", tag = "events", operation_id = "edit_category",
    request_body = CategoryBody,
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = CategoryView),
        (status = 403),
        (status = 409, description = "`category_name_taken`, `edited_meanwhile`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_category(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(category_id): Id<CategoryId>,
    Body(body): Body<CategoryBody>,
) -> Result<Json<CategoryView>, Problem> {
    let edit = CategoryEdit { name: body.name, version: body.version };
    Ok(Json(use_cases::edit_category(&platform, caller, category_id, edit).await?.into()))
}

/// Take away a kind of event that no event is of. For admins.
#[utoipa::path(
    delete, path = "/categories/{id}", tag = "events", operation_id = "delete_category",
    params(("id" = uuid::Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`category_in_use`: the sentence says by how many events"),
    ),
)]
async fn delete_category(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(category_id): Id<CategoryId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_category(&platform, caller, category_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
