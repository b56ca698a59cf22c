//! What the API gives of the dates of a series.

use domain::events::{EventDate, EventDates, NotReadyDate, PublishedDates};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The dates of a series as the one who asks may see them. An event that stands alone has none.
#[derive(Debug, Serialize, ToSchema)]
pub struct DatesView {
    pub series_id: Option<Uuid>,
    /// As iCalendar writes it (RFC 5545), for those who run it.
    #[schema(example = "FREQ=WEEKLY;BYDAY=TH;COUNT=10")]
    pub rule: Option<String>,
    /// Days the rule makes that are left out, for those who run it.
    #[schema(example = json!(["2026-12-24"]))]
    pub except: Vec<String>,
    /// Of the series. Send it back when it goes on, to be told when somebody else changed it in between.
    pub version: Option<i64>,
    pub items: Vec<DateView>,
    /// All of them are one page.
    pub next_cursor: Option<String>,
    pub total: usize,
}

/// One date: an event of its own.
#[derive(Debug, Serialize, ToSchema)]
pub struct DateView {
    pub id: Uuid,
    /// The day the rule made it for, whenever it takes place now.
    #[schema(example = "2026-12-03")]
    pub date: String,
    #[schema(example = "Thursday session")]
    pub title: String,
    /// `draft`, `published`, `ended` or `cancelled`.
    #[schema(example = "draft")]
    pub status: String,
    #[schema(format = DateTime)]
    pub starts_at: String,
    #[schema(format = DateTime)]
    pub ends_at: String,
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    /// As many as there are places and tickets for; null where there is no end to them.
    #[schema(example = 112)]
    pub capacity: Option<i64>,
    /// Sold and held tickets, for those who run it.
    #[schema(example = 40)]
    pub taken: Option<i64>,
    /// Of the event.
    pub version: i64,
}

impl From<EventDates> for DatesView {
    fn from(dates: EventDates) -> Self {
        Self {
            series_id: dates.series_id.map(|id| id.0),
            rule: dates.rule,
            except: dates.except,
            version: dates.version,
            next_cursor: None,
            total: dates.items.len(),
            items: dates.items.into_iter().map(DateView::from).collect(),
        }
    }
}

impl From<EventDate> for DateView {
    fn from(date: EventDate) -> Self {
        Self {
            id: date.id.0,
            date: date.day,
            title: date.title,
            status: date.status.code().into(),
            starts_at: date.starts_at.to_string(),
            ends_at: date.ends_at.to_string(),
            time_zone: date.time_zone,
            capacity: date.capacity,
            taken: date.taken,
            version: date.version,
        }
    }
}

/// What became of the drafts.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublishedDatesView {
    pub published: Vec<Uuid>,
    pub not_ready: Vec<NotReadyDateView>,
}

/// A draft that still lacks something.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotReadyDateView {
    pub id: Uuid,
    #[schema(example = "2026-12-03")]
    pub date: String,
    pub errors: Vec<MissingView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MissingView {
    /// `start_passed`, `place_missing`, `tickets_missing`, `club_not_approved` or `club_closed`.
    #[schema(example = "tickets_missing")]
    pub field: String,
    #[schema(example = "Add a ticket type, or say how many may come for free.")]
    pub message: String,
}

impl From<PublishedDates> for PublishedDatesView {
    fn from(dates: PublishedDates) -> Self {
        Self {
            published: dates.published.into_iter().map(|id| id.0).collect(),
            not_ready: dates.not_ready.into_iter().map(NotReadyDateView::from).collect(),
        }
    }
}

impl From<NotReadyDate> for NotReadyDateView {
    fn from(date: NotReadyDate) -> Self {
        let errors =
            date.problems.into_iter().map(|problem| MissingView { field: problem.code, message: problem.sentence });
        Self { id: date.id.0, date: date.day, errors: errors.collect() }
    }
}
