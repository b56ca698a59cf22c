//! How the pages call what the business knows by a code.

use domain::events::EventStatus;

pub const fn status(status: EventStatus) -> (&'static str, &'static str) {
    match status {
        EventStatus::Draft => ("badge warn", "Draft"),
        EventStatus::Published => ("badge good", "Published"),
        EventStatus::Ended => ("badge", "Over"),
        EventStatus::Cancelled => ("badge bad", "Cancelled"),
    }
}
