//! What several kinds of ticket share.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::events as use_cases;
use domain::events::{SharedQuota, SharedQuotaEdit};
use domain::ids::{EventId, SharedQuotaId};
use domain::platform::Platform;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Body, Id, Ids};
use super::paging::List;
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_shared_quotas, create_shared_quota))
        .routes(routes!(edit_shared_quota, delete_shared_quota))
}

/// So many altogether of several kinds of ticket.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedQuotaView {
    pub id: Uuid,
    #[schema(example = "Main floor")]
    pub name: String,
    #[schema(example = 80)]
    pub size: i32,
    pub ticket_type_ids: Vec<Uuid>,
    /// Sold and held tickets of all of them together.
    #[schema(example = 12)]
    pub taken: i64,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<SharedQuota> for SharedQuotaView {
    fn from(quota: SharedQuota) -> Self {
        Self {
            id: quota.id.0,
            name: quota.fields.name,
            size: quota.fields.size,
            ticket_type_ids: quota.fields.ticket_type_ids.into_iter().map(|id| id.0).collect(),
            taken: quota.taken,
            version: quota.version,
        }
    }
}

/// What is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SharedQuotaBody {
    /// 1 to 80 characters. A new one needs it.
    #[schema(example = "Main floor")]
    name: Option<String>,
    /// How many there are altogether, and not fewer than are sold or held. A new one needs it.
    #[schema(example = 80)]
    size: Option<i64>,
    /// Two kinds of ticket of the event at least. Each may share in several quotas. A new one needs them.
    #[schema(example = json!(["0190f2c4-1c1b-7c3e-9d5a-2f0e6a3b4c5d", "0190f2c4-1c1b-7c3e-9d5a-2f0e6a3b4c5e"]))]
    ticket_type_ids: Option<Vec<Uuid>>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<SharedQuotaBody> for SharedQuotaEdit {
    fn from(body: SharedQuotaBody) -> Self {
        Self {
            name: body.name,
            size: body.size,
            ticket_type_ids: body.ticket_type_ids.map(|ids| ids.into_iter().map(Into::into).collect()),
            version: body.version,
        }
    }
}

/// What several kinds of ticket share. For those who run the event. All of it is one page.
#[utoipa::path(
    get, path = "/events/{id}/quotas", tag = "events", operation_id = "list_shared_quotas",
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = List<SharedQuotaView>),
        (status = 403),
    ),
)]
async fn list_shared_quotas(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
) -> Result<Json<List<SharedQuotaView>>, Problem> {
    let page = use_cases::list_shared_quotas(&platform, caller, event_id).await?;
    Ok(Json(List::from_page(page, SharedQuotaView::from)))
}

/// Say how many there are altogether of several kinds of ticket. For those who run the event. There are at most 20 in one
/// event.
#[utoipa::path(
    post, path = "/events/{id}/quotas", tag = "events", operation_id = "create_shared_quota",
    request_body = SharedQuotaBody,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = SharedQuotaView),
        (status = 403),
        (status = 409, description = "`quota_below_sold`, `too_many_shared_quotas`, `event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn create_shared_quota(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<SharedQuotaBody>,
) -> Result<(StatusCode, Json<SharedQuotaView>), Problem> {
    let quota = use_cases::create_shared_quota(&platform, caller, event_id, body.into()).await?;
    Ok((StatusCode::CREATED, Json(quota.into())))
}

/// Change what several kinds of ticket share. For those who run the event.
#[utoipa::path(
    patch, path = "/events/{id}/quotas/{quota_id}", tag = "events", operation_id = "edit_shared_quota",
    request_body = SharedQuotaBody,
    params(("id" = Uuid, Path), ("quota_id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = SharedQuotaView),
        (status = 403),
        (status = 409, description = "`quota_below_sold`, `edited_meanwhile`, `event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_shared_quota(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(event_id, quota_id): Ids<EventId, SharedQuotaId>,
    Body(body): Body<SharedQuotaBody>,
) -> Result<Json<SharedQuotaView>, Problem> {
    Ok(Json(use_cases::edit_shared_quota(&platform, caller, event_id, quota_id, body.into()).await?.into()))
}

/// Let each kind of ticket stand for itself again. For those who run the event.
#[utoipa::path(
    delete, path = "/events/{id}/quotas/{quota_id}", tag = "events", operation_id = "delete_shared_quota",
    params(("id" = Uuid, Path), ("quota_id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`event_cancelled`"),
    ),
)]
async fn delete_shared_quota(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(event_id, quota_id): Ids<EventId, SharedQuotaId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_shared_quota(&platform, caller, event_id, quota_id).await?;
    Ok(StatusCode::NO_CONTENT)
}
