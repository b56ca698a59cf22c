//! The dates a rule makes of an event: always at the same hour of the clocks where it takes place.

use super::rule::{End, Every, OnDay, Rule, too_many};
use crate::refusal::FieldProblem;
use crate::time::{Day, Timestamp};

pub const SERIES_DATES_MAX: usize = 200;
/// After the first date.
pub const SERIES_YEARS_MAX: i64 = 3;
const EXCEPTIONS_MAX: usize = SERIES_DATES_MAX;

/// Days that are left out, as somebody lists them.
pub fn parse_exceptions(raw: &[String]) -> Result<Vec<Day>, String> {
    if raw.len() > EXCEPTIONS_MAX {
        return Err(format!("Leave out at most {EXCEPTIONS_MAX} dates."));
    }
    let wrong = || "Write each date that is left out like 2026-12-24.".to_owned();
    raw.iter().map(|day| Day::parse(day.trim()).ok_or_else(wrong)).collect()
}

/// What is made of an event that began then and there, without what is left out. The event itself is the first.
pub fn dates_of(
    rule: &Rule,
    except: &[Day],
    first: Timestamp,
    zone: &str,
) -> Result<Vec<(Day, Timestamp)>, FieldProblem> {
    let days = days_of(rule, first, zone).map_err(|why| FieldProblem::new("rule", why))?;
    if except.contains(&Day::of(first, zone)) {
        return Err(FieldProblem::new("except", "The first date is the event itself. Move the event instead."));
    }
    if let Some(stray) = except.iter().find(|day| !days.contains(day)) {
        return Err(FieldProblem::new("except", format!("There is no date on {stray} that could be left out.")));
    }
    let left = days.into_iter().filter(|day| !except.contains(day));
    Ok(left.map(|day| (day, day.at_hour_of(first, zone))).collect())
}

/// The first is among them, whatever the rule says, and counts. Looking at every day of three years is quick, and leaves
/// nothing to get wrong at the ends of months.
pub fn days_of(rule: &Rule, first: Timestamp, zone: &str) -> Result<Vec<Day>, String> {
    let start = Day::of(first, zone);
    let horizon = start.plus_years(SERIES_YEARS_MAX);
    let is_over = |day: Day| match rule.end {
        End::Count(_) => false,
        End::Day(last) => day > last,
        End::Moment(last) => day.at_hour_of(first, zone) > last,
    };
    let mut days = vec![start];
    for day in (1..=horizon.days_since(start)).map(|after| start.plus(after)) {
        if is_over(day) || rule.end == End::Count(days.len()) {
            return Ok(days);
        }
        if rule.makes(day, start) {
            days.push(day);
        }
        if days.len() > SERIES_DATES_MAX {
            return Err(too_many());
        }
    }
    if rule.end == End::Count(days.len()) || is_over(horizon.plus(1)) {
        return Ok(days);
    }
    Err(format!("The last date is at most {SERIES_YEARS_MAX} years after the first. Choose an earlier end."))
}

impl Rule {
    fn makes(&self, day: Day, start: Day) -> bool {
        let passed = match &self.every {
            Every::Day => day.days_since(start),
            Every::Week(_) => self.week_of(day).days_since(self.week_of(start)) / 7,
            Every::Month(_) => day.months() - start.months(),
            Every::Year => (day.months() - start.months()) / 12,
        };
        passed % self.interval == 0
            && match &self.every {
                Every::Day => true,
                Every::Week(weekdays) if weekdays.is_empty() => day.weekday() == start.weekday(),
                Every::Week(weekdays) => weekdays.contains(&day.weekday()),
                Every::Month(on) => on.is(day, start),
                Every::Year => (day.months() - start.months()) % 12 == 0 && day.of_month() == start.of_month(),
            }
    }

    /// The day on which its week began.
    fn week_of(&self, day: Day) -> Day {
        day.plus(-(day.weekday() - self.week_starts).rem_euclid(7))
    }
}

impl OnDay {
    fn is(self, day: Day, start: Day) -> bool {
        let number = day.of_month();
        match self {
            Self::AsTheFirst => number == start.of_month(),
            Self::Number(-1) => day == day.last_of_month(),
            Self::Number(wanted) => number == wanted,
            Self::Weekday { weekday, .. } if day.weekday() != weekday => false,
            Self::Weekday { nth: -1, .. } => day.plus(7) > day.last_of_month(),
            Self::Weekday { nth, .. } => (number - 1) / 7 + 1 == nth,
        }
    }
}
