//! From one moment to another by the clocks of a place: what was at eight in the evening is at eight again, whatever the
//! clocks did in between.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _};

use super::Timestamp;

#[derive(Clone, Debug)]
pub struct Shift {
    by: SignedDuration,
    zone: TimeZone,
    before: Timestamp,
    after: Timestamp,
}

impl Shift {
    /// What began at `before` begins at `after`.
    pub fn new(before: Timestamp, after: Timestamp, zone: &str) -> Self {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let by = local(after, &zone).duration_since(local(before, &zone));
        Self { by, zone, before, after }
    }

    pub fn of(&self, at: Timestamp) -> Timestamp {
        // What begins and ends the move is known; an hour that comes twice would leave it open.
        if at == self.before {
            return self.after;
        }
        if self.before == self.after {
            return at;
        }
        let moved = local(at, &self.zone).checked_add(self.by).and_then(|local| local.to_zoned(self.zone.clone()));
        moved.map_or_else(
            |_| at.moved(self.before, self.after),
            |zoned| Timestamp::from_micros(zoned.timestamp().as_microsecond()),
        )
    }

    /// Where the clocks leave out or repeat an hour that would turn it round, it lasts as long as it did.
    pub fn of_span(&self, from: Timestamp, to: Timestamp) -> (Timestamp, Timestamp) {
        let (start, end) = (self.of(from), self.of(to));
        if start < end { (start, end) } else { (start, to.moved(from, start)) }
    }

    /// By as much time as passes between the two.
    pub fn by_time(&self, from: Timestamp, to: Timestamp) -> (Timestamp, Timestamp) {
        (from.moved(self.before, self.after), to.moved(self.before, self.after))
    }
}

fn local(at: Timestamp, zone: &TimeZone) -> DateTime {
    jiff::Timestamp::from_microsecond(at.as_micros()).unwrap_or_default().to_zoned(zone.clone()).datetime()
}

/// The same hour so many days later.
pub fn days_later(at: Timestamp, days: i64, zone: &str) -> Timestamp {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let later = local(at, &zone).checked_add(days.days()).and_then(|local| local.to_zoned(zone));
    later.map_or(at, |zoned| Timestamp::from_micros(zoned.timestamp().as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::{Shift, days_later};
    use crate::time::Timestamp;
    use proptest::prelude::proptest;

    const BERLIN: &str = "Europe/Berlin";

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn everything_keeps_its_hour_across_the_change_of_the_clocks() {
        // Eight in the evening in winter, and a week later in summer.
        let shift = Shift::new(at("2027-03-21T19:00:00Z"), at("2027-03-28T18:00:00Z"), BERLIN);
        assert_eq!(shift.of(at("2027-03-21T19:00:00Z")), at("2027-03-28T18:00:00Z"));
        assert_eq!(shift.of(at("2027-03-21T22:30:00Z")), at("2027-03-28T21:30:00Z"), "it ends at half past eleven");
        assert_eq!(shift.of(at("2027-03-20T09:00:00Z")), at("2027-03-27T09:00:00Z"), "the day before is winter still");
    }

    #[test]
    fn a_night_without_the_hour_turns_nothing_round() {
        let shift = Shift::new(at("2027-03-20T18:00:00Z"), at("2027-03-27T18:00:00Z"), BERLIN);
        let (from, to) = (at("2027-03-21T01:10:00Z"), at("2027-03-21T01:40:00Z"));
        let (start, end) = shift.of_span(from, to);
        assert_eq!((start, end), (at("2027-03-28T01:10:00Z"), at("2027-03-28T01:40:00Z")));
        let across = shift.of_span(at("2027-03-21T00:50:00Z"), at("2027-03-21T01:10:00Z"));
        assert!(across.0 < across.1, "{across:?}");
    }

    #[test]
    fn a_week_later_is_the_same_hour() {
        assert_eq!(days_later(at("2027-10-27T18:00:00Z"), 7, BERLIN), at("2027-11-03T19:00:00Z"));
        assert_eq!(days_later(at("2027-06-01T18:00:00Z"), 7, BERLIN), at("2027-06-08T18:00:00Z"));
    }

    proptest! {
        #[test]
        fn nothing_ends_before_it_begins(
            start in 1_700_000_000_i64..1_900_000_000, lasts in 1_i64..1_000_000, first in 0_i64..1_000_000,
            by in -100_000_000_i64..100_000_000,
        ) {
            let time = Timestamp::from_seconds;
            let shift = Shift::new(time(start), time(start + by), BERLIN);
            let (from, to) = shift.of_span(time(start + first), time(start + first + lasts));
            assert!(from < to);
            assert_eq!(shift.of(time(start)), time(start + by));
            let still = Shift::new(time(start), time(start), BERLIN);
            assert_eq!(still.of(time(start + first)), time(start + first));
        }
    }
}
