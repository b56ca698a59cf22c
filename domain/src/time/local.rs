//! Times as a form shows and takes them: what the clocks say where something takes place.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Timestamp;

/// "2026-11-21T19:00".
pub fn show_local(at: Timestamp, zone: &str) -> String {
    let instant = jiff::Timestamp::from_microsecond(at.as_micros()).unwrap_or_default();
    let zoned = instant.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    zoned.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// What was typed, as RFC 3339. Of an hour that comes twice the first is meant, and one that the clocks leave out is
/// the one after it; what stood there and was not touched stays the moment it was. What is no time is given back as it
/// is, for whoever refuses it in words.
pub fn read_local(typed: &str, zone: &str, stood_there: &str) -> String {
    let before = Timestamp::parse(stood_there).filter(|before| show_local(*before, zone) == typed.trim());
    let Ok(zone) = TimeZone::get(zone) else { return typed.to_owned() };
    if let Some(before) = before {
        return before.to_string();
    }
    let read = typed.trim().parse::<DateTime>().ok().and_then(|local| local.to_zoned(zone).ok());
    read.map_or_else(
        || typed.to_owned(),
        |zoned| Timestamp::from_micros(zoned.timestamp().as_microsecond()).to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::{read_local, show_local};
    use crate::time::Timestamp;

    const BERLIN: &str = "Europe/Berlin";

    #[test]
    fn what_the_clocks_say_there_is_meant_across_their_changes() {
        let read = |typed| read_local(typed, BERLIN, "");
        assert_eq!(read("2026-11-21T19:00"), "2026-11-21T18:00:00Z");
        assert_eq!(read("2026-07-21T19:00"), "2026-07-21T17:00:00Z");
        assert_eq!(read("2026-10-25T02:30"), "2026-10-25T00:30:00Z");
        assert_eq!(read("2026-03-29T02:30"), "2026-03-29T01:30:00Z");
    }

    #[test]
    fn what_was_not_touched_stays_the_moment_it_was() {
        let second = "2026-10-25T01:30:00Z";
        let shown = show_local(Timestamp::parse(second).unwrap(), BERLIN);
        assert_eq!(shown, "2026-10-25T02:30");
        assert_eq!(read_local(&shown, BERLIN, second), second);
        assert_eq!(read_local("2026-10-25T02:31", BERLIN, second), "2026-10-25T00:31:00Z");
    }

    #[test]
    fn what_is_no_time_is_left_to_be_refused() {
        for typed in ["", "soon", "2026-13-01T00:00", "2026-11-21T25:00"] {
            assert_eq!(read_local(typed, BERLIN, ""), typed);
        }
        assert_eq!(read_local("2026-11-21T19:00", "Europe/Atlantis", ""), "2026-11-21T19:00");
    }
}
