//! What one can buy for an event.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::edit::Edit;
use domain::events as use_cases;
use domain::events::{Amount, TicketTypeEdit, TierDraft};
use domain::ids::{EventId, TicketTypeId};
use domain::platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body::{Body, Id, Ids};
use super::paging::List;
use super::ticket_views::{AvailabilityView, TicketTypeView};
use super::who::SignedIn;
use crate::web::Web;
use crate::web::problem::Problem;

pub fn routes() -> OpenApiRouter<Web> {
    OpenApiRouter::new()
        .routes(routes!(list_ticket_types, create_ticket_type))
        .routes(routes!(edit_ticket_type, delete_ticket_type))
        .routes(routes!(see_availability))
}

/// What one can buy, in the order it is offered. All of it is one page.
#[utoipa::path(
    get, path = "/events/{id}/ticket-types", tag = "events", operation_id = "list_ticket_types",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = List<TicketTypeView>),
    ),
)]
async fn list_ticket_types(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(event_id): Id<EventId>,
) -> Result<Json<List<TicketTypeView>>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    let page = use_cases::list_ticket_types(&platform, caller, event_id).await?;
    Ok(Json(List::from_page(page, TicketTypeView::from)))
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct MoneyBody {
    /// Minor units: cents for the euro.
    #[schema(example = 1500)]
    amount: i64,
    #[schema(example = "EUR")]
    currency: String,
}

impl From<MoneyBody> for Amount {
    fn from(body: MoneyBody) -> Self {
        Self { amount: body.amount, currency: body.currency }
    }
}

/// A price for the early ones.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TierBody {
    /// Up to 60 characters.
    name: String,
    price: MoneyBody,
    /// It holds until then, or for `quantity` tickets, or until whichever comes first.
    #[schema(format = DateTime)]
    until: Option<String>,
    quantity: Option<i64>,
}

impl From<TierBody> for TierDraft {
    fn from(body: TierBody) -> Self {
        Self { name: body.name, price: body.price.into(), until: body.until, quantity: body.quantity }
    }
}

/// What is left out stays as it is, or as is usual for a new one; what may be empty is emptied by `null`.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TicketTypeBody {
    /// 1 to 80 characters. A new ticket type needs one.
    #[schema(example = "Normal")]
    name: Option<String>,
    /// Up to 500 characters.
    #[schema(example = "With a drink.")]
    description: Option<String>,
    /// In the currency of the event; nothing is free. A new ticket type needs one.
    price: Option<MoneyBody>,
    /// How many there are; as many as the event has places without it.
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 80)]
    quota: Edit<i64>,
    /// A section of the event's seat plan, which has at least `quota` places. Stays as it is once something is sold.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>, example = json!(null))]
    section_id: Edit<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = json!(null))]
    sales_start: Edit<String>,
    /// With the end of the event at the latest.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime, example = json!(null))]
    sales_end: Edit<String>,
    /// 1 without it.
    #[schema(example = 1)]
    min_per_order: Option<i64>,
    /// 10 without it, at most 100.
    #[schema(example = 10)]
    max_per_order: Option<i64>,
    #[serde(default)]
    #[schema(value_type = Option<i64>, example = 20)]
    max_per_person: Edit<i64>,
    /// For members of the club only.
    #[schema(example = false)]
    members_only: Option<bool>,
    /// Not offered to everybody.
    #[schema(example = false)]
    hidden: Option<bool>,
    /// Its place in the list, from 0; last without it.
    #[schema(example = 0)]
    position: Option<i64>,
    /// Prices for the early ones, at most 10. The first that still holds is the price now.
    #[schema(inline, example = json!([{"name": "Early bird", "price": {"amount": 1000, "currency": "EUR"}, "quantity": 20}]))]
    tiers: Option<Vec<TierBody>>,
    /// The version that was edited: when it is no longer the newest, nothing is overwritten.
    #[schema(example = 1)]
    version: Option<i64>,
}

impl From<TicketTypeBody> for TicketTypeEdit {
    fn from(body: TicketTypeBody) -> Self {
        Self {
            name: body.name,
            description: body.description,
            price: body.price.map(Amount::from),
            quota: body.quota,
            section_id: body.section_id.map(Into::into),
            sales_start: body.sales_start,
            sales_end: body.sales_end,
            min_per_order: body.min_per_order,
            max_per_order: body.max_per_order,
            max_per_person: body.max_per_person,
            members_only: body.members_only,
            hidden: body.hidden,
            position: body.position,
            tiers: body.tiers.map(|tiers| tiers.into_iter().map(TierDraft::from).collect()),
            version: body.version,
        }
    }
}

/// Add something one can buy. For those who run the event. There are at most 50 for one event.
#[utoipa::path(
    post, path = "/events/{id}/ticket-types", tag = "events", operation_id = "create_ticket_type",
    request_body = TicketTypeBody,
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat answer the first answer again")),
    security(("bearer" = [])),
    responses(
        (status = 201, body = TicketTypeView),
        (status = 403),
        (status = 409, description = "`too_many_ticket_types`, `event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn create_ticket_type(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Id(event_id): Id<EventId>,
    Body(body): Body<TicketTypeBody>,
) -> Result<(StatusCode, Json<TicketTypeView>), Problem> {
    let ticket_type = use_cases::create_ticket_type(&platform, caller, event_id, body.into()).await?;
    Ok((StatusCode::CREATED, Json(ticket_type.into())))
}

/// Change what one can buy. For those who run the event. What was bought stays bought.
#[utoipa::path(
    patch, path = "/events/{id}/ticket-types/{ticket_type_id}", tag = "events", operation_id = "edit_ticket_type",
    request_body = TicketTypeBody,
    params(("id" = Uuid, Path), ("ticket_type_id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = TicketTypeView),
        (status = 401),
        (status = 403),
        (status = 409, description = "`edited_meanwhile`, `quota_below_sold`, `section_fixed`, `event_cancelled`, `event_ended`"),
        (status = 422, description = "`invalid_input`"),
    ),
)]
async fn edit_ticket_type(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(event_id, ticket_type_id): Ids<EventId, TicketTypeId>,
    Body(body): Body<TicketTypeBody>,
) -> Result<Json<TicketTypeView>, Problem> {
    let edit = body.into();
    Ok(Json(use_cases::edit_ticket_type(&platform, caller, event_id, ticket_type_id, edit).await?.into()))
}

/// Take away something nobody has bought. For those who run the event.
#[utoipa::path(
    delete, path = "/events/{id}/ticket-types/{ticket_type_id}", tag = "events", operation_id = "delete_ticket_type",
    params(("id" = Uuid, Path), ("ticket_type_id" = Uuid, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 403),
        (status = 409, description = "`ticket_type_sold`, `not_ready`, `event_cancelled`"),
    ),
)]
async fn delete_ticket_type(
    State(platform): State<Platform>,
    SignedIn(caller): SignedIn,
    Ids(event_id, ticket_type_id): Ids<EventId, TicketTypeId>,
) -> Result<StatusCode, Problem> {
    use_cases::delete_ticket_type(&platform, caller, event_id, ticket_type_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What can be had now, at what price, and why the rest cannot.
#[utoipa::path(
    get, path = "/events/{id}/availability", tag = "events", operation_id = "see_availability",
    params(("id" = Uuid, Path)),
    responses(
        (status = 200, body = AvailabilityView),
    ),
)]
async fn see_availability(
    State(platform): State<Platform>,
    caller: Option<SignedIn>,
    Id(event_id): Id<EventId>,
) -> Result<Json<AvailabilityView>, Problem> {
    let caller = caller.map(|SignedIn(caller)| caller);
    Ok(Json(use_cases::see_availability(&platform, caller, event_id).await?.into()))
}
