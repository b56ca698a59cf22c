//! Events as they are shown.

use serde::{Deserialize, Serialize};

use crate::events::{EventStatus, NotOnSale, PublishProblem, SessionFields, TicketTypeFields};
use crate::ids::{
    AgendaItemId, CategoryId, ClubId, EventId, PictureId, PlanId, SeriesId, TicketTypeId, UserId, VenueId,
};
use crate::money::{Currency, Money};
use crate::time::Timestamp;

/// A kind of event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    pub id: CategoryId,
    pub name: String,
    /// How many events are in it, whatever became of them.
    pub events: i64,
    pub version: i64,
}

/// An event, as the one who asks may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub status: EventStatus,
    pub title: String,
    pub description: String,
    pub category_id: Option<CategoryId>,
    pub category_name: Option<String>,
    pub club_id: Option<ClubId>,
    pub club_name: Option<String>,
    pub venue_id: Option<VenueId>,
    pub venue_name: Option<String>,
    pub venue_address: Option<String>,
    pub venue_city: Option<String>,
    pub plan_id: Option<PlanId>,
    pub location: Option<String>,
    pub city: Option<String>,
    pub online: bool,
    /// For those who run it.
    pub online_url: Option<String>,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub time_zone: String,
    pub currency: Currency,
    pub capacity: Option<i32>,
    pub members_only: bool,
    pub cancel_reason: Option<String>,
    pub picture_id: Option<PictureId>,
    /// For those who run it.
    pub created_by: Option<UserId>,
    pub created_at: Timestamp,
    pub published_at: Option<Timestamp>,
    /// Where it is one of several dates.
    pub series_id: Option<SeriesId>,
    /// Whether the one who asks may change it.
    pub runs_it: bool,
    pub version: i64,
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventSummary {
    pub id: EventId,
    pub status: EventStatus,
    pub title: String,
    pub category_id: Option<CategoryId>,
    pub category_name: Option<String>,
    pub club_id: Option<ClubId>,
    pub club_name: Option<String>,
    pub venue_name: Option<String>,
    pub location: Option<String>,
    pub city: Option<String>,
    pub online: bool,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub time_zone: String,
    pub members_only: bool,
    pub picture_id: Option<PictureId>,
    pub series_id: Option<SeriesId>,
}

/// Something one can buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketType {
    pub id: TicketTypeId,
    pub fields: TicketTypeFields,
    pub currency: Currency,
    pub price_now: Money,
    /// Nothing when it costs what it ends with.
    pub tier_now: Option<String>,
    /// For those who run the event.
    pub sold: Option<i32>,
    pub held: Option<i32>,
    pub version: i64,
}

/// What of an event can be had now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    pub event_id: EventId,
    /// Places left altogether; nothing where there is no end to them.
    pub remaining: Option<i64>,
    pub not_on_sale: Option<NotOnSale>,
    pub ticket_types: Vec<TicketAvailability>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketAvailability {
    pub ticket_type_id: TicketTypeId,
    pub remaining: Option<i64>,
    pub price: Money,
    pub not_on_sale: Option<NotOnSale>,
}

/// Something that happens inside an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: AgendaItemId,
    pub event_id: EventId,
    pub fields: SessionFields,
    pub version: i64,
}

/// The dates of a series, as the one who asks may see them. An event that stands alone has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDates {
    pub series_id: Option<SeriesId>,
    /// For those who run it, like what is left out.
    pub rule: Option<String>,
    pub except: Vec<String>,
    /// Grows when the rule gets another end.
    pub version: Option<i64>,
    pub items: Vec<EventDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    pub id: EventId,
    /// The day the rule made it for, whenever it takes place now.
    pub day: String,
    pub title: String,
    pub status: EventStatus,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub time_zone: String,
    /// As many as there are places and tickets for; nothing where there is no end to them.
    pub capacity: Option<i64>,
    /// Sold and held, for those who run it.
    pub taken: Option<i64>,
    pub version: i64,
}

/// What became of drafts that were to be published together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedDates {
    pub published: Vec<EventId>,
    pub not_ready: Vec<NotReadyDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotReadyDate {
    pub id: EventId,
    pub day: String,
    pub problems: Vec<PublishProblem>,
}

/// Something somebody puts on: an event, or a series by one of its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeLine {
    pub event: EventSummary,
    pub dates: Option<ComingDates>,
}

/// Of a series, what is still to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComingDates {
    pub count: i64,
    pub next: Option<NextDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextDate {
    pub id: EventId,
    pub title: String,
    pub starts_at: Timestamp,
    pub status: EventStatus,
}
