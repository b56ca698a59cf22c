//! Days of the calendar: which one it is somewhere, and when it begins there.

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(Date);

impl Day {
    /// Reads `2026-11-21`.
    pub fn parse(text: &str) -> Option<Self> {
        const CHARS: usize = 10;
        if text.len() != CHARS || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        text.parse().ok().map(Self)
    }

    /// The day it is in that zone.
    pub fn of(at: Timestamp, zone: &str) -> Self {
        let instant = jiff::Timestamp::from_microsecond(at.as_micros()).unwrap_or_default();
        Self(instant.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC)).date())
    }

    /// Its first moment there, even where the clocks change at midnight.
    pub fn start(self, zone: &str) -> Timestamp {
        let zoned = self.0.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC)).unwrap_or_default();
        let start = zoned.start_of_day().unwrap_or(zoned);
        Timestamp::from_micros(start.timestamp().as_microsecond())
    }

    /// The first moment that is not in it any more.
    pub fn end(self, zone: &str) -> Timestamp {
        self.plus(1).start(zone)
    }

    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// From Monday, which is 0.
    pub fn weekday(self) -> i64 {
        i64::from(self.0.weekday().to_monday_zero_offset())
    }

    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// Like `2026-11`.
    pub fn month(self) -> String {
        self.0.strftime("%Y-%m").to_string()
    }

    #[must_use]
    pub fn plus_years(self, years: i64) -> Self {
        Self(self.0.saturating_add(years.years()))
    }

    /// How many days after `earlier` it is.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from((self.0 - earlier.0).get_days())
    }

    /// Counted from the beginning of the calendar.
    pub fn months(self) -> i64 {
        i64::from(self.0.year()) * 12 + i64::from(self.0.month()) - 1
    }

    /// 1 is the first.
    pub fn of_month(self) -> i64 {
        i64::from(self.0.day())
    }

    /// When the clocks show on it what they showed then. Of an hour that comes twice the first is meant, and one that
    /// is left out is the one after it.
    pub fn at_hour_of(self, then: Timestamp, zone: &str) -> Timestamp {
        let instant = jiff::Timestamp::from_microsecond(then.as_micros()).unwrap_or_default();
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let local = self.0.to_datetime(instant.to_zoned(zone.clone()).time());
        local.to_zoned(zone).map_or(then, |zoned| Timestamp::from_micros(zoned.timestamp().as_microsecond()))
    }

    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use crate::time::Timestamp;

    #[test]
    fn a_day_begins_when_it_begins_there() {
        let day = Day::parse("2026-11-21").unwrap();
        assert_eq!(day.start("Europe/Berlin").to_string(), "2026-11-20T23:00:00Z");
        assert_eq!(day.end("UTC").to_string(), "2026-11-22T00:00:00Z");
        // Where the clocks were put forward at midnight, the day began at one.
        let spring = Day::parse("2026-04-24").unwrap();
        assert_eq!(spring.start("Africa/Cairo").to_string(), "2026-04-23T22:00:00Z");
        let at = Timestamp::parse("2026-11-21T23:30:00Z").unwrap();
        assert_eq!(Day::of(at, "Europe/Berlin").to_string(), "2026-11-22");
        assert_eq!((day.weekday(), day.last_of_month().to_string()), (5, "2026-11-30".to_owned()));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "2026-13-01", "2026-02-30", "26-11-21", "2026-11-21T00", "2026/11/21", "２026-11-21"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
