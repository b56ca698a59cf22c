//! What there is to say of a promotion, and the bounds it keeps.

use serde::{Deserialize, Serialize};

use super::code::PromoCode;
use super::discount::Discount;
use crate::edit::Edit;
use crate::events::Amount;
use crate::ids::{EventId, TicketTypeId};
use crate::time::Timestamp;

/// Codes of one event, or of all events together.
pub const PROMOTIONS_MAX: i64 = 500;
pub const MAX_USES_MAX: i64 = 1_000_000;
pub const MIN_TICKETS_MAX: i64 = 100;

/// A change to a promotion, or all there is to say of a new one. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PromotionEdit {
    pub code: Option<String>,
    pub percent_off: Edit<i64>,
    pub amount_off: Edit<Amount>,
    pub ticket_type_ids: Option<Vec<TicketTypeId>>,
    pub max_uses: Edit<i64>,
    pub max_uses_per_person: Edit<i64>,
    pub min_tickets: Option<i64>,
    pub starts_at: Edit<String>,
    pub ends_at: Edit<String>,
    pub paused: Option<bool>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// A new promotion, and the event it is for: all of them without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PromotionDraft {
    pub event_id: Option<EventId>,
    pub terms: PromotionEdit,
}

/// Everything that may be changed about a promotion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromotionTerms {
    pub code: PromoCode,
    pub discount: Discount,
    /// All tickets when there are none.
    pub only_for: Vec<TicketTypeId>,
    pub max_uses: Option<i32>,
    pub max_uses_per_person: Option<i32>,
    pub min_tickets: i32,
    pub starts_at: Option<Timestamp>,
    pub ends_at: Option<Timestamp>,
    pub paused: bool,
}

impl PromotionTerms {
    /// What people were promised stays once somebody used it.
    pub fn promises_the_same(&self, other: &Self) -> bool {
        self.code == other.code && self.discount == other.discount
    }
}

pub fn parse_percent(percent: i64) -> Result<i32, String> {
    i32::try_from(percent)
        .ok()
        .filter(|percent| (1..=100).contains(percent))
        .ok_or_else(|| "Choose between 1 and 100 percent.".into())
}
