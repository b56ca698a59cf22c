//! Events as the pages show them: times and prices are words already.

use domain::events::{DaysCount, Event, EventStatus, EventSummary, Facets, PublishProblem};
use domain::ids::{AgendaItemId, EventId, SharedQuotaId, TicketTypeId};
use domain::money::Currency;
use domain::refusal::FieldProblem;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use crate::parts::tick::Tick;

#[cfg(feature = "ssr")]
pub mod organize;
#[cfg(feature = "ssr")]
pub mod repeat;
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
    pub narrowed_to: NarrowedTo,
    /// Of the prices one asks for.
    pub currency: Currency,
    pub signed_in: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrontPageShown {
    /// What comes next in the reader's clubs, and what they put on.
    pub mine: Vec<EventCardShown>,
    pub mine_total: i64,
    pub next: Vec<EventCardShown>,
    pub total: i64,
    /// Days one could look at.
    pub days: Vec<DaysCount>,
}

/// What the search is narrowed to, by name, as far as no count names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrowedTo {
    pub club: Option<String>,
    pub category: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthShown {
    /// "November 2026".
    pub name: String,
    pub month_before: String,
    pub month_after: String,
    pub days: Vec<DayOnShown>,
    pub facets: Facets,
    pub narrowed_to: NarrowedTo,
    /// Of the prices one asks for.
    pub currency: Currency,
    pub signed_in: bool,
}

/// A day, and what is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOnShown {
    /// Like `2026-11-21`.
    pub day: String,
    /// "Saturday 21 November 2026".
    pub name: String,
    pub number: String,
    pub is_in_month: bool,
    pub is_today: bool,
    pub events: Vec<EventOnDayShown>,
    pub total: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventOnDayShown {
    pub event: EventSummary,
    pub hour: Moment,
}

/// Something one can get, with how it is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketShown {
    pub id: TicketTypeId,
    pub name: String,
    pub description: String,
    pub price: String,
    /// Where a code makes it cost less.
    pub price_with_code: Option<String>,
    /// What the price is called, and what it will be after.
    pub tier: Option<String>,
    /// "12 left", "Sold out": nothing where there is nothing to say.
    pub state: Option<String>,
    pub on_sale: bool,
    pub members_only: bool,
}

/// A ticket as search engines are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferShown {
    pub name: String,
    /// "12.50".
    pub price: String,
    pub currency: Currency,
    /// As schema.org calls it.
    pub availability: String,
    pub valid_from: Option<String>,
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
    /// The same for programs: what the tickets that stay on the page cost.
    pub offers: Vec<OfferShown>,
    /// What is left altogether, in words.
    pub places: Option<String>,
    pub agenda: Vec<DayShown>,
    /// Other dates one can come to, the soonest first.
    pub others: Vec<OtherDateShown>,
    /// Whether a code could take something off.
    pub takes_codes: bool,
    pub code: Option<CodeShown>,
}

/// A code somebody typed, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeShown {
    pub typed: String,
    /// "SPRING-27: 20% off each ticket", or why not.
    pub answer: Result<String, String>,
    /// What one has to know beside it.
    pub only: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherDateShown {
    pub id: EventId,
    pub when: Moment,
}

/// An event in the list of whoever put it on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyEventShown {
    pub event: EventSummary,
    pub when: Moment,
    /// Of a series: how many of its dates are still to come.
    pub dates: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyEventsShown {
    pub events: Vec<MyEventShown>,
    pub next_cursor: Option<String>,
    pub total: i64,
}

/// What the form of an event chooses from: ids and words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFormShown {
    pub event: Option<EventFieldsShown>,
    pub categories: Vec<(String, String)>,
    pub clubs: Vec<(String, String)>,
    pub venues: Vec<(String, String)>,
    /// Whether they may put on something without a club.
    pub alone: bool,
    pub zones: Vec<String>,
    pub zone: String,
    pub currency: Currency,
}

/// An event and the times its form shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFieldsShown {
    pub event: Event,
    pub starts_at: String,
    pub ends_at: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedTicketShown {
    pub id: TicketTypeId,
    pub name: String,
    pub price: String,
    pub tier: Option<String>,
    pub sold: i32,
    pub held: i32,
    pub quota: Option<i32>,
    pub hidden: bool,
}

/// What several kinds of ticket share, by their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedQuotaShown {
    pub id: SharedQuotaId,
    pub name: String,
    pub tickets: Vec<String>,
    pub taken: i64,
    pub size: i32,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaFormShown {
    pub event: Event,
    pub quota: Option<ManagedQuotaShown>,
    pub tickets: Vec<Tick>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedEventShown {
    pub event: Event,
    pub when: WhenShown,
    /// What it lacks before it can be published.
    pub problems: Vec<PublishProblem>,
    pub tickets: Vec<ManagedTicketShown>,
    pub quotas: Vec<ManagedQuotaShown>,
    pub agenda: Vec<DayShown>,
    /// A week later, for putting it on again.
    pub again_at: String,
    /// Where it is one of several.
    pub dates: Option<DatesShown>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatesShown {
    /// The rule in words.
    pub words: String,
    pub except: Vec<String>,
    pub version: i64,
    /// How many of them nobody else sees yet.
    pub drafts: usize,
    pub to_come: Vec<DateShown>,
    pub over: Vec<DateShown>,
}

/// A date of a series in the list of whoever runs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateShown {
    pub id: EventId,
    pub day: String,
    /// Where it is called something else than the one whose page this is.
    pub title: Option<String>,
    pub when: Moment,
    pub status: EventStatus,
    /// "12 of 40".
    pub taken: String,
}

/// A rule as the fields of its form say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepeatTyped {
    pub every: String,
    /// `day`, `week`, `month` or `year`.
    pub unit: String,
    /// Numbers from Monday, which is 0, with commas between them.
    pub weekdays: String,
    /// Which day of a month.
    pub on: String,
    /// `times` or `until`.
    pub ends: String,
    pub until: String,
    pub times: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepeatFormShown {
    pub event: Event,
    pub when: Moment,
    /// What "every month" can mean: values and words.
    pub months: Vec<(String, String)>,
    pub typed: RepeatTyped,
    pub preview: Option<PreviewShown>,
    pub problems: Vec<FieldProblem>,
}

/// What would be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewShown {
    pub words: String,
    pub rule: String,
    pub dates: Vec<DateOfRule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateOfRule {
    /// Like `2026-12-24`, where it takes place.
    pub day: String,
    pub when: Moment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionShown {
    pub id: String,
    pub name: String,
}

/// A price for the early ones as a form shows and takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TierTyped {
    pub name: String,
    pub price: String,
    pub until: String,
    pub was_until: String,
    pub quantity: String,
}

/// A ticket type as its form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketFieldsShown {
    pub id: TicketTypeId,
    pub name: String,
    pub description: String,
    pub price: String,
    pub quota: String,
    pub section_id: String,
    /// As the clocks say it, and the moment it is.
    pub sales_start: (String, String),
    pub sales_end: (String, String),
    pub min_per_order: String,
    pub max_per_order: String,
    pub max_per_person: String,
    pub members_only: bool,
    pub hidden: bool,
    pub tiers: Vec<TierTyped>,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketFormShown {
    pub event: Event,
    pub sections: Vec<SectionShown>,
    pub ticket: Option<TicketFieldsShown>,
}

/// A session as its form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFieldsShown {
    pub id: AgendaItemId,
    pub title: String,
    pub description: String,
    /// As the clocks say it, and the moment it is.
    pub starts_at: (String, String),
    pub ends_at: (String, String),
    pub room: String,
    pub speaker_name: String,
    pub capacity: String,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaFormShown {
    pub event: Event,
    pub session: Option<SessionFieldsShown>,
    pub starts_at: String,
    pub ends_at: String,
}
