//! Between a rule and the words and fields people say it with.

use domain::events::{End, Event, Every, INTERVAL_MAX, OnDay, Rule};
use domain::refusal::Problems;
use domain::time::{Day, Timestamp};

use super::RepeatTyped;
use crate::api_error::ApiError;
use crate::events::api::typed;
use crate::reader::Reader;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Most of what comes again comes every week.
pub fn first_guess(event: &Event) -> RepeatTyped {
    let day = Day::of(event.starts_at, &event.time_zone);
    let text = str::to_owned;
    RepeatTyped {
        every: text("1"),
        unit: text("week"),
        weekdays: day.weekday().to_string(),
        on: text("number"),
        ends: text("times"),
        times: text("10"),
        ..Default::default()
    }
}

/// What "every month" can mean, seen from the first date: values and words.
pub fn choices_in_a_month(event: &Event) -> Vec<(String, String)> {
    let day = Day::of(event.starts_at, &event.time_zone);
    let choice = |value: &str, on: OnDay| (value.to_owned(), format!("on {}", on_words(on, day)));
    let mut choices = vec![choice("number", OnDay::AsTheFirst)];
    if nth_of(day) < 5 {
        choices.push(choice("weekday", OnDay::Weekday { nth: nth_of(day), weekday: day.weekday() }));
    }
    if day.plus(7) > day.last_of_month() {
        choices.push(choice("last_weekday", OnDay::Weekday { nth: -1, weekday: day.weekday() }));
    }
    if day == day.last_of_month() {
        choices.push(choice("last_day", OnDay::Number(-1)));
    }
    choices
}

fn nth_of(day: Day) -> i64 {
    (day.of_month() - 1) / 7 + 1
}

pub fn rule_of(typed: &RepeatTyped, event: &Event) -> Result<Rule, ApiError> {
    let first = Day::of(event.starts_at, &event.time_zone);
    let mut problems = Problems::default();
    let every = match typed.unit.as_str() {
        "day" => Every::Day,
        "month" => Every::Month(match typed.on.as_str() {
            "weekday" => OnDay::Weekday { nth: nth_of(first), weekday: first.weekday() },
            "last_weekday" => OnDay::Weekday { nth: -1, weekday: first.weekday() },
            "last_day" => OnDay::Number(-1),
            _ => OnDay::AsTheFirst,
        }),
        "year" => Every::Year,
        _ => Every::Week(weekdays(&typed.weekdays)),
    };
    let interval = typed.every.trim().parse().ok().filter(|every| (1..=INTERVAL_MAX).contains(every));
    let interval =
        problems.check("every", interval.ok_or_else(|| format!("Choose a number from 1 to {INTERVAL_MAX}.")));
    let end = if typed.ends == "until" {
        let last = Day::parse(typed.until.trim()).map(End::Day);
        problems.check("until", last.ok_or_else(|| "Choose the last day.".to_owned()))
    } else {
        let times = typed.times.trim().parse().map_err(|_| "Enter a whole number.".to_owned());
        problems.check("times", times.and_then(Rule::parse_count))
    };
    let (Some(interval), Some(end)) = (interval, end) else { return Err(problems.refusal().into()) };
    Ok(Rule { every, interval, end, week_starts: 0 })
}

/// "0,3" are Monday and Thursday; what is no day is left out.
fn weekdays(typed: &str) -> Vec<i64> {
    let mut days: Vec<i64> = typed::list(typed).iter().filter_map(|day| day.parse().ok()).collect();
    days.retain(|day| (0..7).contains(day));
    days.sort_unstable();
    days.dedup();
    days
}

/// "Every 2 weeks on Monday and Thursday, 10 times".
pub fn words_of(rule: &Rule, first: Timestamp, zone: &str, reader: &Reader) -> String {
    let day = Day::of(first, zone);
    let (unit, on) = match &rule.every {
        Every::Day => ("day", String::new()),
        Every::Week(days) if days.is_empty() => ("week", format!(" on {}", weekday(day.weekday()))),
        Every::Week(days) => ("week", format!(" on {}", listed(days))),
        Every::Month(on) => ("month", format!(" on {}", on_words(*on, day))),
        Every::Year => ("year", String::new()),
    };
    let end = match rule.end {
        End::Count(count) => format!("{count} times"),
        End::Day(last) => format!("until {}", reader.day(last)),
        End::Moment(last) => format!("until {}", reader.day(Day::of(last, zone))),
    };
    match rule.interval {
        1 => format!("Every {unit}{on}, {end}"),
        interval => format!("Every {interval} {unit}s{on}, {end}"),
    }
}

fn on_words(on: OnDay, first: Day) -> String {
    match on {
        OnDay::AsTheFirst => format!("day {} of the month", first.of_month()),
        OnDay::Number(-1) => "the last day of the month".to_owned(),
        OnDay::Number(number) => format!("day {number} of the month"),
        OnDay::Weekday { nth, weekday: day } => {
            let nth = match nth {
                1 => "first",
                2 => "second",
                3 => "third",
                4 => "fourth",
                5 => "fifth",
                _ => "last",
            };
            format!("the {nth} {}", weekday(day))
        }
    }
}

fn weekday(day: i64) -> &'static str {
    usize::try_from(day).ok().and_then(|day| WEEKDAYS.get(day)).copied().unwrap_or_default()
}

fn listed(days: &[i64]) -> String {
    let names: Vec<&str> = days.iter().map(|day| weekday(*day)).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::words_of;
    use crate::reader::Reader;
    use domain::events::Rule;
    use domain::time::Timestamp;

    #[test]
    fn a_rule_is_said_in_words() {
        let first = Timestamp::parse("2026-12-03T19:30:00Z").unwrap();
        for (rule, words) in [
            ("FREQ=WEEKLY;COUNT=10", "Every week on Thursday, 10 times"),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SA;UNTIL=20270331",
                "Every 2 weeks on Monday, Thursday and Saturday, until Wednesday 31 March 2027",
            ),
            ("FREQ=MONTHLY;COUNT=3", "Every month on day 3 of the month, 3 times"),
            ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "Every month on the last Friday, 3 times"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "Every month on the last day of the month, 3 times"),
            ("FREQ=DAILY;UNTIL=20261231T230000Z", "Every day, until Friday 1 January 2027"),
            ("FREQ=YEARLY;INTERVAL=2;COUNT=2", "Every 2 years, 2 times"),
        ] {
            assert_eq!(words_of(&Rule::parse(rule).unwrap(), first, "Europe/Berlin", &Reader::default()), words);
        }
    }
}
