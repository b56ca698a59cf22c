//! Promotions: codes that take something off, for those who give them out and those who have one.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::edit::Edit;
use domain::events::Amount;
use domain::ids::{EventId, PromotionId, TicketTypeId};
use domain::platform::Platform;
use domain::promotions as use_cases;
use domain::promotions::{PromotionDraft, PromotionEdit, PromotionQuery};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Asked, Body, Id};
use super::event_tickets::MoneyBody;
use super::paging::List;
use super::promotion_views::{CodeCheckView, PromotionView};
use super::who::{From as Visiting, SignedIn};
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_promotions, create_promotion))
        .routes(routes!(see_promotion, edit_promotion, delete_promotion))
        .routes(routes!(check_code))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PromotionSearch {
    /// The event they are for; without one, those that hold at every event.
    event_id: Option<Uuid>,
    /// How many items: 20 without it, at most 100.
    limit: Option<i64>,
    /// The `next_cursor` of the page before.
    cursor: Option<String>,
}

/// The codes of an event, newest first, for those who run it; those that hold at every event for admins.
#[utoipa::path(
    get, path = "/promotions", tag = "promotions", operation_id = "list_promotions",
    params(PromotionSearch),
    security(("bearer" = [])),
    responses(
        (status = 200, body = List<PromotionView>),
        (status = 403),
        (status = 404, description = "`not_found`: there is no such event, or it is not for the caller to see"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn list_promotions(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Asked(search): Asked<PromotionSearch>,
) -> Result<Json<List<PromotionView>>, Problem> {
    let query =
        PromotionQuery { event_id: search.event_id.map(Into::into), limit: search.limit, cursor: search.cursor };
    let page = use_cases::list_promotions(&platform, caller, query).await?;
    Ok(Json(List::from_page(page, PromotionView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPromotionBody {
    /// The event it is for; without one it holds at every event, which is for admins. It stays what it is.
    #[schema(example = json!(null))]
    event_id: Option<Uuid>,
    /// 3 to 40 letters from A to Z, digits, `-` and `_`; capitals do not matter. No other code of the event has it;
    /// where one that holds at every event is called the same, the event's own comes first.
    #[schema(example = "SPRING-27")]
    code: String,
    /// 1 to 100, off each ticket. It takes this or `amount_off`.
    #[schema(example = json!(null))]
    percent_off: Option<i64>,
    /// Off the whole booking, once, and never more than it costs: in the currency of the event, or, for a promotion that
    /// holds at every event, at those of its currency.
    amount_off: Option<MoneyBody>,
    /// The tickets of the event it is for; all of them when there are none.
    #[schema(example = json!([]))]
    ticket_type_ids: Option<Vec<Uuid>>,
    /// How many bookings may use it: 1 to 1,000,000. As many as like without it.
    #[schema(example = 100)]
    max_uses: Option<i64>,
    #[schema(example = 1)]
    max_uses_per_person: Option<i64>,
    /// How many tickets a booking must have: 1 without it, at most 100.
    #[schema(example = 1)]
    min_tickets: Option<i64>,
    #[schema(format = DateTime, example = json!(null))]
    starts_at: Option<String>,
    /// The first moment it does not hold any more.
    #[schema(format = DateTime, example = "2027-03-01T00:00:00Z")]
    ends_at: Option<String>,
    /// Whether it rests for now.
    #[schema(example = false)]
    paused: Option<bool>,
}

impl From<NewPromotionBody> for PromotionDraft {
    fn from(body: NewPromotionBody) -> Self {
        let terms = PromotionEdit {
            code: Some(body.code),
            percent_off: body.percent_off.into(),
            amount_off: body.amount_off.map(Amount::from).into(),
            ticket_type_ids: ids(body.ticket_type_ids),
            max_uses: body.max_uses.into(),
            max_uses_per_person: body.max_uses_per_person.into(),
            min_tickets: body.min_tickets,
            starts_at: body.starts_at.into(),
            ends_at: body.ends_at.into(),
            paused: body.paused,
            version: None,
        };
        Self { event_id: body.event_id.map(Into::into), terms }
    }
}

fn ids(named: Option<Vec<Uuid>>) -> Option<Vec<TicketTypeId>> {
    named.map(|ids| ids.into_iter().map(Into::into).collect())
}

/// What is left out stays as it is; what may be empty is emptied by `null`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PromotionBody {
    /// Stays as it is once somebody used it, and so does what it takes off.
    #[schema(example = "SPRING-27")]
    code: Option<String>,
    /// Takes the place of an amount.
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = json!(null))]
    percent_off: Edit<i64>,
    /// Takes the place of percents.
    #[serde(default)]
    #[schema(value_type = Option<MoneyBody>)]
    amount_off: Edit<MoneyBody>,
    #[schema(example = json!([]))]
    ticket_type_ids: Option<Vec<Uuid>>,
    /// No fewer than there were uses.
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 100)]
    max_uses: Edit<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 1)]
    max_uses_per_person: Edit<i64>,
    #[schema(example = 1)]
    min_tickets: Option<i64>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = json!(null))]
    starts_at: Edit<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = "2027-03-01T00:00:00Z")]
    ends_at: Edit<String>,
    /// Whether it rests for now.
    #[schema(example = false)]
    paused: Option<bool>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<PromotionBody> for PromotionEdit {
    fn from(body: PromotionBody) -> Self {
        Self {
            code: body.code,
            percent_off: body.percent_off,
            amount_off: body.amount_off.map(Amount::from),
            ticket_type_ids: ids(body.ticket_type_ids),
            max_uses: body.max_uses,
            max_uses_per_person: body.max_uses_per_person,
            min_tickets: body.min_tickets,
            starts_at: body.starts_at,
            ends_at: body.ends_at,
            paused: body.paused,
            version: body.version,
        }
    }
}

/// Give out a code. For those who run the event; without an event, for admins.
#[utoipa::path(
    post, path = "/promotions", tag = "promotions", operation_id = "create_promotion",
    request_body = NewPromotionBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = PromotionView),
        (status = 403),
        (status = 404, description = "`not_found`: there is no such event, or it is not for the caller to see"),
        (status = 409, description = "`code_taken`, `too_many_promotions`, `event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
        (status = 429, description = "`too_many_attempts`: too many codes that are taken"),
    ),
)]
async fn create_promotion(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Body(body): Body<NewPromotionBody>,
) -> Result<(StatusCode, Json<PromotionView>), Problem> {
    let promotion = use_cases::create_promotion(&platform, caller, body.into()).await?;
    Ok((StatusCode::CREATED, Json(promotion.into())))
}

/// One code, for those who look after it.
#[utoipa::path(
    get, path = "/promotions/{id}", tag = "promotions", operation_id = "see_promotion",
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = PromotionView),
        (status = 403),
    ),
)]
async fn see_promotion(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(promotion_id): Id<PromotionId>,
) -> Result<Json<PromotionView>, Problem> {
    Ok(Json(use_cases::see_promotion(&platform, caller, promotion_id).await?.into()))
}

/// Change or pause a code. For those who look after it. What people were promised stays once somebody used it.
#[utoipa::path(
    patch, path = "/promotions/{id}", tag = "promotions", operation_id = "edit_promotion",
    request_body = PromotionBody,
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = PromotionView),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`, `code_taken`, `event_cancelled`, `promotion_fixed`: the sentence says how often it was used"),
        (status = 422, description = "`invalid_input`"),
        (status = 429, description = "`too_many_attempts`: too many codes that are taken"),
    ),
)]
async fn edit_promotion(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(promotion_id): Id<PromotionId>,
    Body(body): Body<PromotionBody>,
) -> Result<Json<PromotionView>, Problem> {
    Ok(Json(use_cases::edit_promotion(&platform, caller, promotion_id, body.into()).await?.into()))
}

/// Take back a code nobody used. For those who look after it.
#[utoipa::path(
    delete, path = "/promotions/{id}", tag = "promotions", operation_id = "delete_promotion",
    params(("id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`event_cancelled`, `promotion_used`: the sentence says how often"),
    ),
)]
async fn delete_promotion(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(promotion_id): Id<PromotionId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_promotion(&platform, caller, promotion_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct CodeBody {
    /// As somebody typed it.
    #[schema(example = "spring-27")]
    code: String,
}

/// What a code takes off the tickets of an event. For whoever may see the event. Counts no use.
#[utoipa::path(
    post, path = "/events/{id}/check-code", tag = "promotions", operation_id = "check_code",
    request_body = CodeBody,
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = CodeCheckView),
        (status = 404, description = "`code_unknown`; `not_found`: there is no such event, or it is not for the caller to see"),
        (status = 422, description = "`code_paused`, `code_not_begun`, `code_ended`, `code_used_up`, `code_other_currency`, `code_other_tickets`, `invalid_input`"),
        (status = 429, description = "`too_many_attempts`: too many codes that there are not"),
    ),
)]
async fn check_code(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Visiting(visit): Visiting,
    Id(event_id): Id<EventId>,
    Body(body): Body<CodeBody>,
) -> Result<Json<CodeCheckView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::check_code(&platform, caller, &visit, event_id, &body.code).await?.into()))
}
