//! How the pages call what the business knows by a code.

use domain::events::EventStatus;
use domain::ids::{EventId, SeriesId};
use uuid::Uuid;

pub const fn status(status: EventStatus) -> (&'static str, &'static str) {
    match status {
        EventStatus::Draft => ("badge warn", "Draft"),
        EventStatus::Published => ("badge good", "Published"),
        EventStatus::Ended => ("badge", "Over"),
        EventStatus::Cancelled => ("badge bad", "Cancelled"),
    }
}

/// What a poster is drawn from and a colour chosen by: dates of one series look alike.
pub fn face(event_id: EventId, series_id: Option<SeriesId>) -> Uuid {
    series_id.map_or(event_id.0, |series| series.0)
}
