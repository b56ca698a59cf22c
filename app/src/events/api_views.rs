//! Events as the pages show them: times and prices are words already.

use domain::events::{Event, EventSummary, Facets};
use domain::time::Moment;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub mod show;

/// When something is: where it takes place, and for whoever reads it elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhenShown {
    pub there: Moment,
    /// Only where the reader's clocks show something else.
    pub here: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCardShown {
    pub event: EventSummary,
    pub when: Moment,
    pub price: Option<String>,
    pub available: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventsShown {
    pub events: Vec<EventCardShown>,
    pub next_cursor: Option<String>,
    pub total: i64,
    pub facets: Facets,
}

/// Something one can get, with how it is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketShown {
    pub name: String,
    pub description: String,
    pub price: String,
    /// What the price is called, and what it will be after.
    pub tier: Option<String>,
    /// "12 left", "Sold out": nothing where there is nothing to say.
    pub state: Option<String>,
    pub on_sale: bool,
    pub members_only: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionShown {
    pub id: String,
    pub title: String,
    pub description: String,
    pub time: Moment,
    pub room: Option<String>,
    pub speaker: Option<String>,
    /// Where the speaker has an account.
    pub speaker_page: Option<String>,
}

/// A day of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayShown {
    pub day: String,
    pub sessions: Vec<SessionShown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventPageShown {
    pub event: Event,
    pub when: WhenShown,
    pub tickets: Vec<TicketShown>,
    /// What is left altogether, in words.
    pub places: Option<String>,
    pub agenda: Vec<DayShown>,
}
