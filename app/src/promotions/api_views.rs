//! Promotions as the pages show them: what they take off and when are words already.

use domain::ids::{EventId, PromotionId};
use domain::promotions::PromotionState;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::parts::tick::Tick;

#[cfg(feature = "ssr")]
pub mod show;

/// The unit that is no currency.
pub const PERCENT: &str = "percent";

/// The event codes are for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceShown {
    pub id: EventId,
    pub title: String,
    /// Whether it can still change.
    pub open: bool,
}

/// A code in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionShown {
    pub id: PromotionId,
    pub code: String,
    pub takes_off: String,
    /// For which tickets and how many of them, where that is not any.
    pub only: Option<String>,
    /// "12 of 100"
    pub used: String,
    pub per_person: Option<String>,
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    pub state: PromotionState,
    pub paused: bool,
    pub unused: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionsShown {
    /// All events without one.
    pub event: Option<PlaceShown>,
    pub promotions: Vec<PromotionShown>,
    pub next_cursor: Option<String>,
    pub total: i64,
}

/// A code as its form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionFieldsShown {
    pub id: PromotionId,
    pub code: String,
    pub off: String,
    pub unit: String,
    pub takes_off: String,
    /// "once", "12 times": nothing while nobody did.
    pub used: Option<String>,
    pub min_tickets: String,
    pub max_uses: String,
    pub max_uses_per_person: String,
    /// As the clocks say it, and the moment it is.
    pub starts_at: (String, String),
    pub ends_at: (String, String),
    pub version: i64,
}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionFormShown {
    pub event: Option<PlaceShown>,
    pub promotion: Option<PromotionFieldsShown>,
    pub tickets: Vec<Tick>,
    /// Value and words of each unit.
    pub units: Vec<(String, String)>,
    pub zone: String,
}
