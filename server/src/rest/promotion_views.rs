//! What the API gives of promotions.

use domain::promotions::{CodeCheck, LoweredTicket, Promotion};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::views::MoneyView;

/// A code that takes something off.
#[derive(Debug, Serialize, ToSchema)]
pub struct PromotionView {
    pub id: Uuid,
    /// Null when it holds at every event.
    pub event_id: Option<Uuid>,
    #[schema(example = "SPRING-27")]
    pub code: String,
    /// Off each ticket, or
    #[schema(example = 20)]
    pub percent_off: Option<i32>,
    /// off the whole booking, once.
    pub amount_off: Option<MoneyView>,
    /// All tickets when there are none.
    pub ticket_type_ids: Vec<Uuid>,
    #[schema(example = 100)]
    pub max_uses: Option<i32>,
    #[schema(example = 1)]
    pub max_uses_per_person: Option<i32>,
    #[schema(example = 1)]
    pub min_tickets: i32,
    #[schema(format = DateTime)]
    pub starts_at: Option<String>,
    #[schema(format = DateTime)]
    pub ends_at: Option<String>,
    pub paused: bool,
    /// `active`, `paused`, `not_begun`, `ended` or `used_up`.
    #[schema(example = "active")]
    pub state: String,
    /// How many bookings used it.
    #[schema(example = 12)]
    pub uses: i32,
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Promotion> for PromotionView {
    fn from(promotion: Promotion) -> Self {
        let terms = promotion.terms;
        Self {
            id: promotion.id.0,
            event_id: promotion.event_id.map(|id| id.0),
            code: terms.code.to_string(),
            percent_off: terms.discount.percent(),
            amount_off: terms.discount.amount().map(MoneyView::from),
            ticket_type_ids: terms.only_for.into_iter().map(|id| id.0).collect(),
            max_uses: terms.max_uses,
            max_uses_per_person: terms.max_uses_per_person,
            min_tickets: terms.min_tickets,
            starts_at: terms.starts_at.map(|at| at.to_string()),
            ends_at: terms.ends_at.map(|at| at.to_string()),
            paused: terms.paused,
            state: promotion.state.code().to_owned(),
            uses: promotion.uses,
            created_at: promotion.created_at.to_string(),
            version: promotion.version,
        }
    }
}

/// What a code takes off at one event.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodeCheckView {
    #[schema(example = "SPRING-27")]
    pub code: String,
    #[schema(example = 20)]
    pub percent_off: Option<i32>,
    pub amount_off: Option<MoneyView>,
    /// How many tickets a booking must have.
    #[schema(example = 1)]
    pub min_tickets: i32,
    #[schema(format = DateTime)]
    pub ends_at: Option<String>,
    /// One ticket of each type, bought alone.
    pub ticket_types: Vec<LoweredTicketView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LoweredTicketView {
    pub ticket_type_id: Uuid,
    #[schema(example = "Normal")]
    pub name: String,
    /// Without the code.
    pub price: MoneyView,
    pub discount: MoneyView,
    pub price_with_code: MoneyView,
}

impl From<CodeCheck> for CodeCheckView {
    fn from(check: CodeCheck) -> Self {
        Self {
            code: check.code.to_string(),
            percent_off: check.discount.percent(),
            amount_off: check.discount.amount().map(MoneyView::from),
            min_tickets: check.min_tickets,
            ends_at: check.ends_at.map(|at| at.to_string()),
            ticket_types: check.tickets.into_iter().map(LoweredTicketView::from).collect(),
        }
    }
}

impl From<LoweredTicket> for LoweredTicketView {
    fn from(ticket: LoweredTicket) -> Self {
        Self {
            ticket_type_id: ticket.ticket_type_id.0,
            name: ticket.name,
            price: ticket.price.into(),
            discount: ticket.off.into(),
            price_with_code: ticket.price_with_code.into(),
        }
    }
}
