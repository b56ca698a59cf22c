//! Events as calendars read them (RFC 5545). Times are in UTC, which every calendar shows in its own zone.

use std::fmt::Write as _;

use crate::events::EventStatus;
use crate::ids::EventId;
use crate::time::Timestamp;

/// Bytes of a line, without its end.
const LINE_BYTES_MAX: usize = 75;

/// What a calendar is told of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    pub id: EventId,
    pub status: EventStatus,
    pub title: String,
    pub description: String,
    pub category: Option<String>,
    pub place: Option<String>,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub made_at: Timestamp,
    /// Grows with every change.
    pub version: i64,
}

/// The whole file. `public_url` is where the site is, for the address of each event.
pub fn write_calendar(name: &str, public_url: &str, events: &[CalendarEvent]) -> String {
    let mut calendar = Lines::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Foyer//Events//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("NAME", name);
    calendar.text("X-WR-CALNAME", name);
    for event in events {
        write_event(&mut calendar, public_url, event);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

fn write_event(calendar: &mut Lines, public_url: &str, event: &CalendarEvent) {
    calendar.line("BEGIN", "VEVENT");
    // The same in every calendar, so that a later version takes the place of an earlier one.
    calendar.line("UID", &format!("{}@foyer", event.id));
    calendar.line("SEQUENCE", &(event.version - 1).max(0).to_string());
    calendar.line("DTSTAMP", &stamp(event.made_at));
    calendar.line("DTSTART", &stamp(event.starts_at));
    calendar.line("DTEND", &stamp(event.ends_at));
    calendar.line("STATUS", status(event.status));
    calendar.text("SUMMARY", &event.title);
    if !event.description.is_empty() {
        calendar.text("DESCRIPTION", &event.description);
    }
    if let Some(place) = &event.place {
        calendar.text("LOCATION", place);
    }
    if let Some(category) = &event.category {
        calendar.text("CATEGORIES", category);
    }
    calendar.line("URL", &format!("{}/events/{}", public_url.trim_end_matches('/'), event.id));
    calendar.line("END", "VEVENT");
}

fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Draft => "TENTATIVE",
        EventStatus::Published | EventStatus::Ended => "CONFIRMED",
        EventStatus::Cancelled => "CANCELLED",
    }
}

/// 20261121T180000Z: no calendar knows less than a second.
fn stamp(at: Timestamp) -> String {
    let text = Timestamp::from_seconds(at.as_seconds()).to_string();
    text.chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A value that needs no escaping.
    fn line(&mut self, name: &str, value: &str) {
        let mut left = LINE_BYTES_MAX;
        let mut line = String::with_capacity(name.len() + value.len() + 1);
        let _ = write!(line, "{name}:{value}");
        for c in line.chars() {
            // A letter is never torn apart, and the space that begins the next line counts there.
            if c.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = LINE_BYTES_MAX - 1;
            }
            left -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => {
                    escaped.push('\\');
                    escaped.push(c);
                }
                '\n' => escaped.push_str("\\n"),
                '\t' => escaped.push('\t'),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }
}

#[cfg(test)]
mod tests {
    use super::{CalendarEvent, write_calendar};
    use crate::events::EventStatus;
    use crate::ids::EventId;
    use crate::time::Timestamp;
    use proptest::prelude::{any, proptest};
    use uuid::Uuid;

    fn event(title: &str, description: &str) -> CalendarEvent {
        CalendarEvent {
            id: EventId(Uuid::from_u128(7)),
            status: EventStatus::Cancelled,
            title: title.into(),
            description: description.into(),
            category: Some("Music".into()),
            place: Some("Town hall, Leipzig".into()),
            starts_at: Timestamp::parse("2026-12-12T18:00:00.5Z").unwrap(),
            ends_at: Timestamp::parse("2026-12-12T20:00:00Z").unwrap(),
            made_at: Timestamp::parse("2026-11-21T18:00:00Z").unwrap(),
            version: 3,
        }
    }

    #[test]
    fn a_calendar_is_written_as_the_standard_says() {
        let text = write_calendar("Foyer", "https://example.org/", &[event("Brass; cake, \\o/", "One\nTwo")]);
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Foyer//Events//EN\r\nCALSCALE:GREGORIAN\r\n\
             NAME:Foyer\r\nX-WR-CALNAME:Foyer\r\nBEGIN:VEVENT\r\n\
             UID:00000000-0000-0000-0000-000000000007@foyer\r\nSEQUENCE:2\r\nDTSTAMP:20261121T180000Z\r\n\
             DTSTART:20261212T180000Z\r\nDTEND:20261212T200000Z\r\nSTATUS:CANCELLED\r\n\
             SUMMARY:Brass\\; cake\\, \\\\o/\r\nDESCRIPTION:One\\nTwo\r\nLOCATION:Town hall\\, Leipzig\r\n\
             CATEGORIES:Music\r\nURL:https://example.org/events/00000000-0000-0000-0000-000000000007\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(text, expected);
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_unfolding_gives_back_what_was_said(title in any::<String>()) {
            let text = write_calendar("Foyer", "https://example.org", &[event(&title, "")]);
            assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
            let unfolded = text.replace("\r\n ", "");
            let said = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let mut read = String::new();
            let mut letters = said.chars();
            while let Some(c) = letters.next() {
                match (c, if c == '\\' { letters.next() } else { None }) {
                    (_, Some('n')) => read.push('\n'),
                    (_, Some(escaped)) => read.push(escaped),
                    _ => read.push(c),
                }
            }
            let shown: String = title.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
            assert_eq!(read, shown);
        }
    }
}
