//! What the API gives of tickets and what is left of them.

use domain::events::{Availability, NotOnSale, TicketAvailability, TicketType, Tier};
use domain::money::{Currency, Money};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::views::MoneyView;

/// Something one can buy.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketTypeView {
    pub id: Uuid,
    #[schema(example = "Normal")]
    pub name: String,
    pub description: String,
    /// What it costs once no tier holds any more.
    pub price: MoneyView,
    /// What it costs now.
    pub price_now: MoneyView,
    /// The tier that makes it cost that.
    #[schema(example = "Early bird")]
    pub tier_now: Option<String>,
    #[schema(example = 80)]
    pub quota: Option<i32>,
    pub section_id: Option<Uuid>,
    #[schema(format = DateTime)]
    pub sales_start: Option<String>,
    #[schema(format = DateTime)]
    pub sales_end: Option<String>,
    pub min_per_order: i32,
    pub max_per_order: i32,
    pub max_per_person: Option<i32>,
    pub members_only: bool,
    pub hidden: bool,
    pub position: i32,
    pub tiers: Vec<TierView>,
    /// For those who run the event.
    pub sold: Option<i32>,
    /// For those who run the event: tickets somebody is buying.
    pub held: Option<i32>,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

/// A price for the early ones.
#[derive(Debug, Serialize, ToSchema)]
pub struct TierView {
    #[schema(example = "Early bird")]
    pub name: String,
    pub price: MoneyView,
    #[schema(format = DateTime)]
    pub until: Option<String>,
    #[schema(example = 20)]
    pub quantity: Option<i32>,
}

impl TierView {
    fn new(tier: Tier, currency: Currency) -> Self {
        Self {
            name: tier.name,
            price: Money::new(tier.price, currency).into(),
            until: tier.until.map(|until| until.to_string()),
            quantity: tier.quantity,
        }
    }
}

impl From<TicketType> for TicketTypeView {
    fn from(ticket_type: TicketType) -> Self {
        let (fields, currency) = (ticket_type.fields, ticket_type.currency);
        Self {
            id: ticket_type.id.0,
            name: fields.name,
            description: fields.description,
            price: Money::new(fields.price, currency).into(),
            price_now: ticket_type.price_now.into(),
            tier_now: ticket_type.tier_now,
            quota: fields.quota,
            section_id: fields.section_id.map(|id| id.0),
            sales_start: fields.sales_start.map(|at| at.to_string()),
            sales_end: fields.sales_end.map(|at| at.to_string()),
            min_per_order: fields.min_per_order,
            max_per_order: fields.max_per_order,
            max_per_person: fields.max_per_person,
            members_only: fields.members_only,
            hidden: fields.hidden,
            position: fields.position,
            tiers: fields.tiers.into_iter().map(|tier| TierView::new(tier, currency)).collect(),
            sold: ticket_type.sold,
            held: ticket_type.held,
            version: ticket_type.version,
        }
    }
}

/// What of an event can be had now.
#[derive(Debug, Serialize, ToSchema)]
pub struct AvailabilityView {
    pub event_id: Uuid,
    /// Places left altogether; null where there is no end to them.
    #[schema(example = 96)]
    pub remaining: Option<i64>,
    pub on_sale: bool,
    /// `not_published`, `event_cancelled`, `event_ended` or `sold_out`.
    #[schema(example = "sold_out")]
    pub reason: Option<String>,
    pub ticket_types: Vec<TicketAvailabilityView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TicketAvailabilityView {
    pub ticket_type_id: Uuid,
    /// No more than the event has left; null where there is no end to them.
    #[schema(example = 80)]
    pub remaining: Option<i64>,
    pub price: MoneyView,
    pub on_sale: bool,
    /// The reasons of the event, and `not_yet`, `sales_ended` and `members_only`.
    #[schema(example = "not_yet")]
    pub reason: Option<String>,
}

fn reason(why: Option<NotOnSale>) -> Option<String> {
    why.map(|why| why.code().to_owned())
}

impl From<Availability> for AvailabilityView {
    fn from(availability: Availability) -> Self {
        Self {
            event_id: availability.event_id.0,
            remaining: availability.remaining,
            on_sale: availability.not_on_sale.is_none(),
            reason: reason(availability.not_on_sale),
            ticket_types: availability.ticket_types.into_iter().map(TicketAvailabilityView::from).collect(),
        }
    }
}

impl From<TicketAvailability> for TicketAvailabilityView {
    fn from(ticket: TicketAvailability) -> Self {
        Self {
            ticket_type_id: ticket.ticket_type_id.0,
            remaining: ticket.remaining,
            price: ticket.price.into(),
            on_sale: ticket.not_on_sale.is_none(),
            reason: reason(ticket.not_on_sale),
        }
    }
}
