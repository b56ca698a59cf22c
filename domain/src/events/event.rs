//! What an event says about itself, and how far it has come.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::edit::Edit;
use crate::ids::{CategoryId, ClubId, PlanId, VenueId};
use crate::text::{parse_line, parse_paragraphs};
use crate::time::Timestamp;

pub const EVENT_TITLE_MAX_CHARS: usize = 140;
pub const EVENT_DESCRIPTION_MAX_CHARS: usize = 20_000;
pub const LOCATION_MAX_CHARS: usize = 200;
pub const CITY_MAX_CHARS: usize = 80;
pub const ONLINE_URL_MAX_CHARS: usize = 500;
pub const CAPACITY_MAX: i64 = 1_000_000;
pub const CANCEL_REASON_MAX_CHARS: usize = 500;
pub const EVENT_DAYS_MAX: u64 = 31;
/// The years events may lie in.
const EARLIEST: i64 = 946_684_800;
const LATEST: i64 = 4_102_444_800;

/// How far an event has come. That one has ended is not kept: the clock says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum EventStatus {
    Draft,
    Published,
    Ended,
    Cancelled,
}

impl EventStatus {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Ended => "ended",
            Self::Cancelled => "cancelled",
        }
    }

    /// What is kept, looked at now.
    #[must_use]
    pub fn at(self, now: Timestamp, ends_at: Timestamp) -> Self {
        if self == Self::Published && ends_at <= now { Self::Ended } else { self }
    }
}

/// An event somebody would like to put on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventDraft {
    pub title: String,
    pub description: String,
    pub category_id: Option<CategoryId>,
    pub club_id: Option<ClubId>,
    pub venue_id: Option<VenueId>,
    pub plan_id: Option<PlanId>,
    pub location: Option<String>,
    pub city: Option<String>,
    pub online_url: Option<String>,
    pub starts_at: String,
    pub ends_at: String,
    pub time_zone: String,
    pub currency: String,
    pub capacity: Option<i64>,
    pub members_only: bool,
}

/// A change to an event. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventEdit {
    pub title: Option<String>,
    pub description: Option<String>,
    pub category_id: Edit<CategoryId>,
    pub club_id: Edit<ClubId>,
    pub venue_id: Edit<VenueId>,
    pub plan_id: Edit<PlanId>,
    pub location: Edit<String>,
    pub city: Edit<String>,
    pub online_url: Edit<String>,
    pub starts_at: Option<String>,
    pub ends_at: Option<String>,
    pub time_zone: Option<String>,
    pub currency: Option<String>,
    pub capacity: Edit<i64>,
    pub members_only: Option<bool>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// A change to a date of a series and to the later ones. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowingEdit {
    pub title: Option<String>,
    pub description: Option<String>,
    pub category_id: Edit<CategoryId>,
    pub venue_id: Edit<VenueId>,
    pub location: Edit<String>,
    pub city: Edit<String>,
    pub online_url: Edit<String>,
    /// When this date begins and ends now: the later ones are moved by as much.
    pub starts_at: Option<String>,
    pub ends_at: Option<String>,
    pub capacity: Edit<i64>,
    pub members_only: Option<bool>,
    /// Later dates that say something of their own follow, too.
    pub everywhere: bool,
    /// The version of the date that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

impl From<FollowingEdit> for EventEdit {
    fn from(edit: FollowingEdit) -> Self {
        Self {
            title: edit.title,
            description: edit.description,
            category_id: edit.category_id,
            venue_id: edit.venue_id,
            location: edit.location,
            city: edit.city,
            online_url: edit.online_url,
            starts_at: edit.starts_at,
            ends_at: edit.ends_at,
            capacity: edit.capacity,
            members_only: edit.members_only,
            version: edit.version,
            ..Self::default()
        }
    }
}

/// Until when a series goes on: one of the two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaterEnd {
    /// A day.
    pub until: Option<String>,
    /// All dates from the first on.
    pub count: Option<i64>,
    /// The version of the series; when it is no longer the newest, nothing is made.
    pub version: Option<i64>,
}

pub fn parse_event_title(raw: &str) -> Result<String, String> {
    let title = parse_line(raw, EVENT_TITLE_MAX_CHARS)?;
    if title.is_empty() { Err("Give the event a title.".into()) } else { Ok(title) }
}

pub fn parse_event_description(raw: &str) -> Result<String, String> {
    parse_paragraphs(raw, EVENT_DESCRIPTION_MAX_CHARS)
}

/// Nothing typed is nothing said.
pub fn parse_location(raw: &str) -> Result<Option<String>, String> {
    Ok(Some(parse_line(raw, LOCATION_MAX_CHARS)?).filter(|location| !location.is_empty()))
}

/// White space between words is one space: two cities that look the same are the same.
pub fn parse_city(raw: &str) -> Result<Option<String>, String> {
    let city = parse_line(raw, CITY_MAX_CHARS)?.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Some(city).filter(|city| !city.is_empty()))
}

pub fn parse_online_url(raw: &str) -> Result<Option<String>, String> {
    let url = parse_line(raw, ONLINE_URL_MAX_CHARS)?;
    if url.is_empty() {
        return Ok(None);
    }
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    // Whoever stands before an @ would be taken for the host by those who read it.
    let readable = !host.is_empty() && !host.contains('@') && !host.starts_with(':');
    if readable && !url.contains([' ', '"', '<', '>', '\\', '`']) {
        Ok(Some(url))
    } else {
        Err("Enter an address that begins with https://.".into())
    }
}

/// Said to programs; whoever asks people in a form has other words for it.
pub const TIME_EXPECTED: &str = "Enter a time like 2026-11-21T18:00:00Z.";

pub fn parse_event_time(raw: &str) -> Result<Timestamp, String> {
    let time = Timestamp::parse(raw.trim()).ok_or(TIME_EXPECTED)?;
    let years = Timestamp::from_seconds(EARLIEST)..Timestamp::from_seconds(LATEST);
    if years.contains(&time) { Ok(time) } else { Err("Choose a time between the years 2000 and 2100.".into()) }
}

pub fn parse_capacity(places: i64) -> Result<i32, String> {
    i32::try_from(places)
        .ok()
        .filter(|places| (1..=CAPACITY_MAX).contains(&i64::from(*places)))
        .ok_or_else(|| "Choose between 1 and 1,000,000 places.".to_owned())
}

pub fn parse_cancel_reason(raw: &str) -> Result<String, String> {
    let reason = parse_paragraphs(raw, CANCEL_REASON_MAX_CHARS)?;
    if reason.is_empty() { Err("Say why, for those who wanted to come.".into()) } else { Ok(reason) }
}

/// What is wrong with the end of something, seen from its start.
pub fn check_times(starts_at: Timestamp, ends_at: Timestamp) -> Result<(), String> {
    const LONGEST: Duration = Duration::from_secs(EVENT_DAYS_MAX * 86_400);
    if ends_at <= starts_at {
        return Err("This must end after it starts.".into());
    }
    if ends_at.since(starts_at) > LONGEST {
        return Err(format!("An event lasts at most {EVENT_DAYS_MAX} days."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{EventStatus, check_times, parse_capacity, parse_event_time, parse_online_url};
    use crate::time::Timestamp;

    #[test]
    fn only_addresses_one_may_follow_are_taken() {
        assert_eq!(parse_online_url("  ").unwrap(), None);
        assert!(parse_online_url(" https://meet.example.org/room?x=1#y ").unwrap().is_some());
        for url in [
            "http://meet.example.org",
            "https://",
            "https:///x",
            "javascript:alert(1)",
            "https://me@evil.example",
            "https://a b",
            "https://a\"b",
            "meet.example.org",
            &format!("https://example.org/{}", "x".repeat(500)),
        ] {
            assert!(parse_online_url(url).is_err(), "{url}");
        }
    }

    #[test]
    fn times_lie_in_this_century() {
        assert!(parse_event_time("2000-01-01T00:00:00Z").is_ok() && parse_event_time("2099-12-31T23:59:59Z").is_ok());
        for time in ["", "tomorrow", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "9999-12-31T00:00:00Z"] {
            assert!(parse_event_time(time).is_err(), "{time}");
        }
    }

    #[test]
    fn an_event_ends_after_it_starts_and_within_a_month() {
        let at = |seconds| Timestamp::from_seconds(seconds);
        assert!(check_times(at(0), at(1)).is_ok() && check_times(at(0), at(31 * 86_400)).is_ok());
        for end in [0, -1, 31 * 86_400 + 1] {
            assert!(check_times(at(0), at(end)).is_err(), "{end}");
        }
    }

    #[test]
    fn places_are_counted_from_one_to_a_million() {
        assert_eq!((parse_capacity(1), parse_capacity(1_000_000)), (Ok(1), Ok(1_000_000)));
        for places in [0, -1, 1_000_001, i64::MAX, i64::MIN, 4_294_967_297] {
            assert!(parse_capacity(places).is_err(), "{places}");
        }
    }

    #[test]
    fn only_what_was_published_ends() {
        let (end, after) = (Timestamp::from_seconds(10), Timestamp::from_seconds(10));
        assert_eq!(EventStatus::Published.at(after, end), EventStatus::Ended);
        assert_eq!(EventStatus::Published.at(Timestamp::from_seconds(9), end), EventStatus::Published);
        assert_eq!(EventStatus::Draft.at(after, end), EventStatus::Draft);
        assert_eq!(EventStatus::Cancelled.at(after, end), EventStatus::Cancelled);
    }
}
