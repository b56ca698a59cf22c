//! A rule as iCalendar writes it (RFC 5545): the part of it that people use. What is not understood is refused by its
//! name, never left out in silence.

mod parts;
#[cfg(test)]
mod tests;

use std::fmt;

use self::parts::Parts;
use crate::events::series::dates::SERIES_DATES_MAX;
use crate::time::{Day, Timestamp};

pub const INTERVAL_MAX: i64 = 99;
/// From Monday, as days are counted.
pub const WEEKDAY_CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const MONDAY: i64 = 0;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub every: Every,
    pub interval: i64,
    pub end: End,
    /// The day on which weeks begin: it matters where some of them are left out.
    pub week_starts: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Every {
    Day,
    /// Weekdays in their order; none is the one of the first date.
    Week(Vec<i64>),
    Month(OnDay),
    Year,
}

/// Which day of a month. Months without it are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDay {
    AsTheFirst,
    /// -1 is the last.
    Number(i64),
    /// The second Friday, or with -1 the last.
    Weekday {
        nth: i64,
        weekday: i64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first date is one of them, and so are those that are left out.
    Count(usize),
    /// The last day on which there may be one.
    Day(Day),
    Moment(Timestamp),
}

impl Rule {
    /// Too many are refused here, before anybody counts them.
    pub fn parse_count(count: i64) -> Result<End, String> {
        match usize::try_from(count) {
            Ok(count @ 1..=SERIES_DATES_MAX) => Ok(End::Count(count)),
            Ok(1..) => Err(too_many()),
            _ => Err("Say how many dates there are, the first among them.".into()),
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Parts::read(text)?;
        let every = match parts.take("FREQ").as_deref() {
            Some("DAILY") => Every::Day,
            Some("WEEKLY") => Every::Week(parts.take("BYDAY").map_or(Ok(Vec::new()), |days| read_weekdays(&days))?),
            Some("MONTHLY") => Every::Month(read_on_day(&mut parts)?),
            Some("YEARLY") => Every::Year,
            _ => return Err("Say how often: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.".into()),
        };
        let end = read_end(&mut parts)?;
        let interval = match parts.take("INTERVAL") {
            None => 1,
            Some(number) => read_number("INTERVAL", &number, 1, INTERVAL_MAX)?,
        };
        let week_starts = parts.take("WKST").map_or(Ok(MONDAY), |day| read_weekday("WKST", &day))?;
        match parts.rest().next() {
            Some(name) => Err(format!("{name} does not go with this FREQ. Leave it out.")),
            None => Ok(Self { every, interval, end, week_starts }),
        }
    }
}

fn read_end(parts: &mut Parts) -> Result<End, String> {
    match (parts.take("COUNT"), parts.take("UNTIL")) {
        (Some(count), None) => read_count(&count),
        (None, Some(until)) => read_until(&until),
        (Some(_), Some(_)) => Err("Say COUNT or UNTIL, not both.".into()),
        (None, None) => Err("Say when it ends: COUNT or UNTIL.".into()),
    }
}

fn read_count(text: &str) -> Result<End, String> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(count) => Rule::parse_count(count),
        Err(_) if is_number => Err(too_many()),
        Err(_) => Err("COUNT is the number of dates, the first among them.".into()),
    }
}

pub(super) fn too_many() -> String {
    format!("A series has at most {SERIES_DATES_MAX} dates. Choose an earlier end, or fewer of them.")
}

fn read_until(text: &str) -> Result<End, String> {
    let wrong = || "Write UNTIL like 20261231 or 20261231T225959Z.".to_owned();
    if !text.is_ascii() {
        return Err(wrong());
    }
    let day = |text: &str| match (text.get(..4), text.get(4..6), text.get(6..8)) {
        (Some(year), Some(month), Some(day)) => Some(format!("{year}-{month}-{day}")),
        _ => None,
    };
    let read = match (text.len(), text.get(8..)) {
        (8, _) => day(text).and_then(|day| Day::parse(&day)).map(End::Day),
        (16, Some(time)) if time.starts_with('T') && time.ends_with('Z') => {
            let clock = [time.get(1..3), time.get(3..5), time.get(5..7)].map(Option::unwrap_or_default).join(":");
            day(text).and_then(|day| Timestamp::parse(&format!("{day}T{clock}Z"))).map(End::Moment)
        }
        _ => None,
    };
    read.ok_or_else(wrong)
}

fn read_number(name: &str, text: &str, least: i64, most: i64) -> Result<i64, String> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("{name} is a number from {least} to {most}."))
}

fn read_weekday(name: &str, text: &str) -> Result<i64, String> {
    let found = (MONDAY..).zip(WEEKDAY_CODES).find(|(_, code)| *code == text);
    found.map(|(day, _)| day).ok_or_else(|| format!("{name} names days as MO, TU, WE, TH, FR, SA and SU."))
}

fn read_weekdays(text: &str) -> Result<Vec<i64>, String> {
    let mut days: Vec<i64> = text.split(',').map(|day| read_weekday("BYDAY", day)).collect::<Result<_, _>>()?;
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

fn read_on_day(parts: &mut Parts) -> Result<OnDay, String> {
    match (parts.take("BYDAY"), parts.take("BYMONTHDAY")) {
        (None, None) => Ok(OnDay::AsTheFirst),
        (Some(_), Some(_)) => Err("Say BYDAY or BYMONTHDAY, not both.".into()),
        (None, Some(number)) if number == "-1" => Ok(OnDay::Number(-1)),
        (None, Some(number)) => read_number("BYMONTHDAY", &number, 1, 31).map(OnDay::Number),
        (Some(day), None) => {
            let wrong = || "In a month BYDAY is one day like 2FR, or -1FR for the last.".to_owned();
            let (nth, weekday) = day.split_at_checked(day.len().saturating_sub(2)).ok_or_else(wrong)?;
            let nth = nth.trim_start_matches('+').parse().ok().filter(|nth| matches!(nth, 1..=5 | -1));
            Ok(OnDay::Weekday { nth: nth.ok_or_else(wrong)?, weekday: read_weekday("BYDAY", weekday)? })
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = |day: i64| usize::try_from(day).ok().and_then(|day| WEEKDAY_CODES.get(day)).copied();
        match &self.every {
            Every::Day => write!(f, "FREQ=DAILY")?,
            Every::Week(_) => write!(f, "FREQ=WEEKLY")?,
            Every::Month(_) => write!(f, "FREQ=MONTHLY")?,
            Every::Year => write!(f, "FREQ=YEARLY")?,
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match &self.every {
            Every::Week(days) if !days.is_empty() => {
                write!(f, ";BYDAY={}", days.iter().filter_map(|day| code(*day)).collect::<Vec<_>>().join(","))?;
            }
            Every::Month(OnDay::Number(number)) => write!(f, ";BYMONTHDAY={number}")?,
            Every::Month(OnDay::Weekday { nth, weekday }) => {
                write!(f, ";BYDAY={nth}{}", code(*weekday).unwrap_or_default())?;
            }
            _ => {}
        }
        let plain = |text: String| text.replace(['-', ':'], "");
        match self.end {
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Day(day) => write!(f, ";UNTIL={}", plain(day.to_string()))?,
            End::Moment(moment) => write!(f, ";UNTIL={}", plain(moment.to_string()))?,
        }
        match code(self.week_starts) {
            Some(day) if self.week_starts != MONDAY => write!(f, ";WKST={day}"),
            _ => Ok(()),
        }
    }
}
