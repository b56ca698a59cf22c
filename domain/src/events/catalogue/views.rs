//! What one asks of the catalogue, and what it answers.

use serde::{Deserialize, Serialize};

use super::PriceRange;
use crate::events::EventSummary;
use crate::ids::{CategoryId, ClubId};
use crate::money::Currency;

/// As it was typed: nothing is parsed yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CatalogueQuery {
    /// Words of a title, a description, a place, a club or a category.
    pub text: String,
    pub category: Option<CategoryId>,
    pub club: Option<ClubId>,
    /// A day or a time; likewise `to`, whose day is included.
    pub from: Option<String>,
    pub to: Option<String>,
    pub city: Option<String>,
    pub online: Option<bool>,
    pub free: Option<bool>,
    /// Whether there are places.
    pub available: Option<bool>,
    /// Only of clubs the asker belongs to, and what they put on themselves.
    pub mine: bool,
    pub min_price: Option<i64>,
    pub max_price: Option<i64>,
    pub currency: Option<String>,
    pub status: Option<String>,
    pub sort: Option<String>,
    /// What days are meant in; the asker's own without it, and UTC for visitors.
    pub time_zone: Option<String>,
    pub facets: bool,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// An event in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedEvent {
    pub event: EventSummary,
    pub currency: Currency,
    pub price: Option<PriceRange>,
    pub available: bool,
}

/// How many events one would find with another choice, everything else staying as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// The fullest first.
    pub categories: Vec<CategoryCount>,
    /// The fullest first, at most [`super::CITIES_MAX`].
    pub cities: Vec<CityCount>,
    pub online: i64,
    pub in_person: i64,
    pub free: i64,
    pub when: Vec<DaysCount>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryCount {
    pub id: CategoryId,
    pub name: String,
    pub events: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityCount {
    pub city: String,
    pub events: i64,
}

/// Some days to choose: `from` and `to` are what finds the same events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysCount {
    /// `today`, `weekend`, `week` or `month`.
    pub name: String,
    pub from: String,
    pub to: String,
    pub events: i64,
}

/// The weeks of a month, each day with what begins first on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthPage {
    /// Like `2026-11`.
    pub month: String,
    pub month_before: String,
    pub month_after: String,
    /// From a Monday to a Sunday.
    pub days: Vec<MonthDay>,
    pub facets: Facets,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthDay {
    /// Like `2026-11-21`.
    pub day: String,
    pub is_in_month: bool,
    pub is_today: bool,
    /// The first few of them.
    pub events: Vec<ListedEvent>,
    pub total: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CataloguePage {
    pub items: Vec<ListedEvent>,
    pub next_cursor: Option<String>,
    pub total: i64,
    /// When they were asked for.
    pub facets: Option<Facets>,
}
