//! What the API gives of events.

use domain::events::{Category, Event, EventSummary, Session};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::views::picture_url;

/// A kind of event.
#[derive(Debug, Serialize, ToSchema)]
pub struct CategoryView {
    pub id: Uuid,
    #[schema(example = "Music")]
    pub name: String,
    /// How many events are in it, whatever became of them.
    #[schema(example = 12)]
    pub events: i64,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Category> for CategoryView {
    fn from(category: Category) -> Self {
        Self { id: category.id.0, name: category.name, events: category.events, version: category.version }
    }
}

/// An event, as the one who asks may see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    pub id: Uuid,
    #[schema(example = "Spring concert")]
    pub title: String,
    pub description: String,
    /// `draft`, `published`, `ended` or `cancelled`.
    #[schema(example = "draft")]
    pub status: String,
    pub category_id: Option<Uuid>,
    #[schema(example = "Music")]
    pub category_name: Option<String>,
    pub club_id: Option<Uuid>,
    #[schema(example = "Brass band")]
    pub club_name: Option<String>,
    pub venue_id: Option<Uuid>,
    #[schema(example = "Old Gym Theatre")]
    pub venue_name: Option<String>,
    /// The version of the venue's seat plan it takes place by, whatever is drawn later.
    pub plan_id: Option<Uuid>,
    #[schema(example = "Town hall, first floor")]
    pub location: Option<String>,
    #[schema(example = "Leipzig")]
    pub city: Option<String>,
    /// Whether one can come by following an address.
    pub online: bool,
    /// The address, for those who run it.
    pub online_url: Option<String>,
    #[schema(format = DateTime)]
    pub starts_at: String,
    #[schema(format = DateTime)]
    pub ends_at: String,
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    #[schema(example = "EUR")]
    pub currency: String,
    #[schema(example = 120)]
    pub capacity: Option<i32>,
    pub members_only: bool,
    /// Why it does not take place.
    pub cancel_reason: Option<String>,
    pub picture_url: Option<String>,
    /// For those who run it.
    pub created_by: Option<Uuid>,
    #[schema(format = DateTime)]
    pub created_at: String,
    #[schema(format = DateTime)]
    pub published_at: Option<String>,
    /// Where it is one of several dates.
    pub series_id: Option<Uuid>,
    /// Whether the one who asks may change it.
    pub can_manage: bool,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Event> for EventView {
    fn from(event: Event) -> Self {
        Self {
            id: event.id.0,
            title: event.title,
            description: event.description,
            status: event.status.code().into(),
            category_id: event.category_id.map(|id| id.0),
            category_name: event.category_name,
            club_id: event.club_id.map(|id| id.0),
            club_name: event.club_name,
            venue_id: event.venue_id.map(|id| id.0),
            venue_name: event.venue_name,
            plan_id: event.plan_id.map(|id| id.0),
            location: event.location,
            city: event.city,
            online: event.online,
            online_url: event.online_url,
            starts_at: event.starts_at.to_string(),
            ends_at: event.ends_at.to_string(),
            time_zone: event.time_zone,
            currency: event.currency.code().into(),
            capacity: event.capacity,
            members_only: event.members_only,
            cancel_reason: event.cancel_reason,
            picture_url: event.picture_id.map(|id| picture_url(id.0)),
            created_by: event.created_by.map(|id| id.0),
            created_at: event.created_at.to_string(),
            published_at: event.published_at.map(|at| at.to_string()),
            series_id: event.series_id.map(|id| id.0),
            can_manage: event.runs_it,
            version: event.version,
        }
    }
}

/// An event in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedEventView {
    pub id: Uuid,
    #[schema(example = "Spring concert")]
    pub title: String,
    /// `draft`, `published`, `ended` or `cancelled`.
    #[schema(example = "published")]
    pub status: String,
    pub category_id: Option<Uuid>,
    pub category_name: Option<String>,
    pub club_id: Option<Uuid>,
    pub club_name: Option<String>,
    pub venue_name: Option<String>,
    pub location: Option<String>,
    #[schema(example = "Leipzig")]
    pub city: Option<String>,
    pub online: bool,
    #[schema(format = DateTime)]
    pub starts_at: String,
    #[schema(format = DateTime)]
    pub ends_at: String,
    pub time_zone: String,
    pub members_only: bool,
    pub picture_url: Option<String>,
    /// Where it is one of several dates.
    pub series_id: Option<Uuid>,
}

impl From<EventSummary> for ListedEventView {
    fn from(event: EventSummary) -> Self {
        Self {
            id: event.id.0,
            title: event.title,
            status: event.status.code().into(),
            category_id: event.category_id.map(|id| id.0),
            category_name: event.category_name,
            club_id: event.club_id.map(|id| id.0),
            club_name: event.club_name,
            venue_name: event.venue_name,
            location: event.location,
            city: event.city,
            online: event.online,
            starts_at: event.starts_at.to_string(),
            ends_at: event.ends_at.to_string(),
            time_zone: event.time_zone,
            members_only: event.members_only,
            picture_url: event.picture_id.map(|id| picture_url(id.0)),
            series_id: event.series_id.map(|id| id.0),
        }
    }
}

/// Something that happens inside an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventSessionView {
    pub id: Uuid,
    pub event_id: Uuid,
    #[schema(example = "Opening")]
    pub title: String,
    pub description: String,
    #[schema(format = DateTime)]
    pub starts_at: String,
    #[schema(format = DateTime)]
    pub ends_at: String,
    #[schema(example = "Main hall")]
    pub room: Option<String>,
    #[schema(example = "Grace Hopper")]
    pub speaker_name: Option<String>,
    pub speaker_id: Option<Uuid>,
    #[schema(example = 60)]
    pub capacity: Option<i32>,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Session> for EventSessionView {
    fn from(session: Session) -> Self {
        let fields = session.fields;
        Self {
            id: session.id.0,
            event_id: session.event_id.0,
            title: fields.title,
            description: fields.description,
            starts_at: fields.starts_at.to_string(),
            ends_at: fields.ends_at.to_string(),
            room: fields.room,
            speaker_name: fields.speaker_name,
            speaker_id: fields.speaker_id.map(|id| id.0),
            capacity: fields.capacity,
            version: session.version,
        }
    }
}
