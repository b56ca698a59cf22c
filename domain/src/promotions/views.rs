//! Promotions as they are shown.

use super::applying::PromotionState;
use super::code::PromoCode;
use super::discount::Discount;
use super::promotion::PromotionTerms;
use crate::ids::{EventId, PromotionId, TicketTypeId};
use crate::money::Money;
use crate::time::Timestamp;

/// A promotion, to those who look after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promotion {
    pub id: PromotionId,
    /// All events without one.
    pub event_id: Option<EventId>,
    pub terms: PromotionTerms,
    pub state: PromotionState,
    pub uses: i32,
    pub created_at: Timestamp,
    pub version: i64,
}

/// What a code does at one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeCheck {
    pub code: PromoCode,
    pub discount: Discount,
    pub min_tickets: i32,
    pub ends_at: Option<Timestamp>,
    pub tickets: Vec<LoweredTicket>,
}

/// One ticket, bought alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoweredTicket {
    pub ticket_type_id: TicketTypeId,
    pub name: String,
    pub price: Money,
    /// Nothing for tickets the code is not for.
    pub off: Money,
    pub price_with_code: Money,
}
