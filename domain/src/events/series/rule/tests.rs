use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

use super::{End, Every, OnDay, Rule};
use crate::events::series::{dates_of, days_of, parse_exceptions};
use crate::time::{Day, Timestamp};

const BERLIN: &str = "Europe/Berlin";

fn days(rule: &str, first: &str, zone: &str) -> Vec<String> {
    let (rule, first) = (Rule::parse(rule).unwrap(), Timestamp::parse(first).unwrap());
    days_of(&rule, first, zone).unwrap().iter().map(ToString::to_string).collect()
}

fn moments(rule: &str, first: &str, zone: &str) -> Vec<String> {
    let (rule, first) = (Rule::parse(rule).unwrap(), Timestamp::parse(first).unwrap());
    dates_of(&rule, &[], first, zone).unwrap().iter().map(|(_, at)| at.to_string()).collect()
}

/// The first Thursday of December 2026, in the evening.
const THURSDAY: &str = "2026-12-03T19:30:00Z";

#[test]
fn weeks_months_and_years_make_the_days_people_mean() {
    let made = |rule| days(rule, THURSDAY, BERLIN);
    assert_eq!(made("FREQ=DAILY;COUNT=3"), ["2026-12-03", "2026-12-04", "2026-12-05"]);
    assert_eq!(made("FREQ=WEEKLY;COUNT=3"), ["2026-12-03", "2026-12-10", "2026-12-17"]);
    assert_eq!(made("rrule:freq=weekly;interval=2;until=20261231"), ["2026-12-03", "2026-12-17", "2026-12-31"]);
    assert_eq!(made("FREQ=WEEKLY;BYDAY=TH,MO;COUNT=4"), ["2026-12-03", "2026-12-07", "2026-12-10", "2026-12-14"]);
    assert_eq!(made("FREQ=MONTHLY;BYDAY=1TH;COUNT=3"), ["2026-12-03", "2027-01-07", "2027-02-04"]);
    assert_eq!(made("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3"), ["2026-12-03", "2026-12-25", "2027-01-29"]);
    assert_eq!(
        made("FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270301"),
        ["2026-12-03", "2026-12-31", "2027-01-31", "2027-02-28"]
    );
    assert_eq!(made("FREQ=YEARLY;COUNT=3"), ["2026-12-03", "2027-12-03", "2028-12-03"]);
    assert_eq!(made("FREQ=DAILY;UNTIL=20261204T193000Z").len(), 2, "the moment itself is in time");
    assert_eq!(made("FREQ=DAILY;UNTIL=20261204T192959Z").len(), 1);
}

#[test]
fn months_without_the_day_are_passed_over() {
    let last_day = "2027-01-31T18:00:00Z";
    assert_eq!(days("FREQ=MONTHLY;COUNT=3", last_day, "UTC"), ["2027-01-31", "2027-03-31", "2027-05-31"]);
    assert_eq!(days("FREQ=MONTHLY;BYDAY=5SU;COUNT=3", last_day, "UTC"), ["2027-01-31", "2027-05-30", "2027-08-29"]);
    let leap = Timestamp::parse("2028-02-29T18:00:00Z").unwrap();
    let yearly = Rule::parse("FREQ=YEARLY;COUNT=2").unwrap();
    assert!(days_of(&yearly, leap, "UTC").unwrap_err().contains("3 years"), "the next one is four years away");
}

#[test]
fn the_week_begins_where_the_rule_says() {
    // The example of RFC 5545: whether a Sunday belongs to the week before or after decides which weeks are left out.
    let first = "1997-08-05T09:00:00Z";
    let made = |week| days(&format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={week}"), first, "UTC");
    assert_eq!(made("MO"), ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]);
    assert_eq!(made("SU"), ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]);
}

#[test]
fn the_clocks_show_the_same_hour_whenever_they_are_changed() {
    assert_eq!(
        moments("FREQ=WEEKLY;COUNT=3", "2027-03-19T19:00:00Z", BERLIN),
        ["2027-03-19T19:00:00Z", "2027-03-26T19:00:00Z", "2027-04-02T18:00:00Z"]
    );
    assert_eq!(
        moments("FREQ=DAILY;COUNT=2", "2026-11-01T00:00:00Z", "America/New_York"),
        ["2026-11-01T00:00:00Z", "2026-11-02T01:00:00Z"]
    );
    // Half past two is left out in spring, and comes twice in autumn.
    assert_eq!(moments("FREQ=DAILY;COUNT=2", "2027-03-27T01:30:00Z", BERLIN)[1], "2027-03-28T01:30:00Z");
    assert_eq!(moments("FREQ=DAILY;COUNT=2", "2026-10-24T00:30:00Z", BERLIN)[1], "2026-10-25T00:30:00Z");
    // What is late in the evening here is the day after elsewhere.
    assert_eq!(days("FREQ=DAILY;COUNT=2", "2026-11-21T23:30:00Z", BERLIN)[0], "2026-11-22");
}

#[test]
fn what_is_not_understood_is_refused_by_its_name() {
    for (rule, word) in [
        ("", "FREQ"),
        ("FREQ=HOURLY;COUNT=3", "FREQ"),
        ("FREQ=WEEKLY", "COUNT or UNTIL"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "not both"),
        ("FREQ=WEEKLY;COUNT=0", "how many dates"),
        ("FREQ=WEEKLY;COUNT=-3", "how many dates"),
        ("FREQ=WEEKLY;COUNT=many", "COUNT"),
        ("FREQ=WEEKLY;COUNT=201", "at most 200"),
        ("FREQ=DAILY;COUNT=100000", "at most 200"),
        ("FREQ=DAILY;COUNT=99999999999999999999999999", "at most 200"),
        ("FREQ=WEEKLY;INTERVAL=0;COUNT=3", "INTERVAL"),
        ("FREQ=WEEKLY;INTERVAL=100;COUNT=3", "INTERVAL"),
        ("FREQ=WEEKLY;BYDAY=XX;COUNT=3", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=2FR;COUNT=3", "BYDAY"),
        ("FREQ=WEEKLY;BYMONTHDAY=3;COUNT=3", "BYMONTHDAY does not go"),
        ("FREQ=DAILY;BYDAY=MO;COUNT=3", "BYDAY does not go"),
        ("FREQ=MONTHLY;BYDAY=6FR;COUNT=3", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=1MO,2TU;COUNT=3", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3;COUNT=3", "not both"),
        ("FREQ=MONTHLY;BYDAY=1ß;COUNT=3", "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=3", "BYMONTHDAY"),
        ("FREQ=YEARLY;BYMONTH=3;COUNT=3", "BYMONTH is nothing"),
        ("FREQ=WEEKLY;BYSETPOS=1;COUNT=3", "BYSETPOS is nothing"),
        ("FREQ=WEEKLY;<SCRIPT>=1;COUNT=3", "A part of it"),
        ("FREQ=WEEKLY;FREQ=DAILY;COUNT=3", "twice"),
        ("FREQ=WEEKLY;COUNT=3;WKST=X", "WKST"),
        ("FREQ=WEEKLY;UNTIL=20261332", "UNTIL"),
        ("FREQ=WEEKLY;UNTIL=20261231T250000Z", "UNTIL"),
        ("FREQ=WEEKLY;UNTIL=20261231T200000", "UNTIL"),
        ("FREQ=WEEKLY;UNTIL=２０２６", "UNTIL"),
        (&"FREQ=DAILY;".repeat(50), "at most 200 characters"),
    ] {
        let why = Rule::parse(rule).expect_err(rule);
        assert!(why.contains(word), "{rule}: {why}");
    }
}

#[test]
fn a_series_has_its_limits() {
    let first = Timestamp::parse(THURSDAY).unwrap();
    let made = |rule: &str| days_of(&Rule::parse(rule).unwrap(), first, BERLIN);
    assert_eq!(made("FREQ=DAILY;COUNT=200").unwrap().len(), 200);
    assert!(made("FREQ=DAILY;UNTIL=20280101").unwrap_err().contains("at most 200 dates"));
    assert!(made("FREQ=DAILY;UNTIL=99991231").unwrap_err().contains("at most 200 dates"));
    assert_eq!(made("FREQ=WEEKLY;UNTIL=20291203").unwrap().len(), 157, "three years to the day");
    assert!(made("FREQ=WEEKLY;UNTIL=20291204").unwrap_err().contains("3 years"));
    assert!(made("FREQ=MONTHLY;COUNT=200").unwrap_err().contains("3 years"));
    assert_eq!(made("FREQ=WEEKLY;UNTIL=20200101").unwrap().len(), 1, "the first is always there");
}

#[test]
fn what_is_left_out_is_a_date_and_not_the_first() {
    let (rule, first) = (Rule::parse("FREQ=WEEKLY;COUNT=3").unwrap(), Timestamp::parse(THURSDAY).unwrap());
    let without = |day: &str| dates_of(&rule, &parse_exceptions(&[day.into()]).unwrap(), first, BERLIN);
    assert_eq!(without("2026-12-10").unwrap().len(), 2);
    for day in ["2026-12-03", "2026-12-11"] {
        assert_eq!(without(day).unwrap_err().field, "except", "{day}");
    }
    assert!(parse_exceptions(&["Christmas".into()]).is_err());
    assert!(parse_exceptions(&vec!["2026-12-24".into(); 201]).is_err());
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let on_day = prop_oneof![
        Just(OnDay::AsTheFirst),
        (1_i64..=31).prop_map(OnDay::Number),
        Just(OnDay::Number(-1)),
        (prop_oneof![1_i64..=5, Just(-1)], 0_i64..7).prop_map(|(nth, weekday)| OnDay::Weekday { nth, weekday }),
    ];
    let weekdays = proptest::collection::btree_set(0_i64..7, 0..7);
    let every = prop_oneof![
        Just(Every::Day),
        weekdays.prop_map(|days| Every::Week(days.into_iter().collect())),
        on_day.prop_map(Every::Month),
        Just(Every::Year),
    ];
    let day = (0_i64..1_200).prop_map(|after| Day::parse("2026-11-21").unwrap().plus(after));
    let end = prop_oneof![
        (1_usize..=200).prop_map(End::Count),
        day.prop_map(End::Day),
        (1_795_000_000_i64..1_890_000_000).prop_map(|seconds| End::Moment(Timestamp::from_seconds(seconds))),
    ];
    (every, 1_i64..=99, end, 0_i64..7).prop_map(|(every, interval, end, week_starts)| Rule {
        every,
        interval,
        end,
        week_starts,
    })
}

/// The same days found the other way: period after period, each giving the days it has.
fn period_after_period(rule: &Rule, start: Day) -> Vec<Day> {
    let horizon = start.plus_years(3);
    let month = |months: i64| Day::parse(&format!("{:04}-{:02}-01", months / 12, months % 12 + 1)).unwrap();
    let mut days = Vec::new();
    for step in (0..1_200).map(|period| period * rule.interval) {
        match &rule.every {
            Every::Day => days.push(start.plus(step)),
            Every::Week(wanted) => {
                let monday_or_so = (0..7).map(|back| start.plus(-back)).find(|day| day.weekday() == rule.week_starts);
                let week = (0..7).map(|day| monday_or_so.unwrap().plus(step * 7 + day));
                let wanted = if wanted.is_empty() { &vec![start.weekday()] } else { wanted };
                days.extend(week.filter(|day| wanted.contains(&day.weekday())));
            }
            Every::Month(on) => {
                let first = month(start.months() + step);
                let all: Vec<Day> =
                    (0..31).map(|day| first.plus(day)).filter(|day| day.months() == first.months()).collect();
                let named = |weekday| all.iter().filter(move |day| day.weekday() == weekday);
                let place = |nth: i64| usize::try_from(nth - 1).unwrap();
                days.extend(match *on {
                    OnDay::AsTheFirst => all.get(place(start.of_month())),
                    OnDay::Number(-1) => all.last(),
                    OnDay::Number(number) => all.get(place(number)),
                    OnDay::Weekday { nth: -1, weekday } => named(weekday).next_back(),
                    OnDay::Weekday { nth, weekday } => named(weekday).nth(place(nth)),
                });
            }
            Every::Year => {
                let day = month(start.months() + step * 12).plus(start.of_month() - 1);
                days.extend(Some(day).filter(|day| day.of_month() == start.of_month()));
            }
        }
        if days.last().is_some_and(|day| *day > horizon) {
            break;
        }
    }
    days.retain(|day| *day > start && *day <= horizon);
    days.insert(0, start);
    days
}

proptest! {
    #[test]
    fn a_rule_reads_back_as_itself(rule in any_rule()) {
        assert_eq!(Rule::parse(&rule.to_string()), Ok(rule));
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), part in "[A-Z]{0,10}[=;,0-9A-Zß+-]{0,40}") {
        let _ = (Rule::parse(&text), Rule::parse(&part), Rule::parse(&format!("FREQ=MONTHLY;COUNT=2;{part}")));
    }

    #[test]
    fn the_days_are_those_found_period_after_period(rule in any_rule(), after in 0_i64..800, hour in 0_i64..24) {
        let first = Timestamp::from_seconds(1_795_219_200 + after * 86_400 + hour * 3_600);
        let all = period_after_period(&rule, Day::of(first, BERLIN));
        let expected: Vec<Day> = match rule.end {
            End::Count(count) => all.into_iter().take(count).collect(),
            End::Day(last) => all.into_iter().filter(|day| *day <= last || *day == Day::of(first, BERLIN)).collect(),
            End::Moment(last) => all.into_iter().filter(|day| day.at_hour_of(first, BERLIN) <= last || *day == Day::of(first, BERLIN)).collect(),
        };
        if let Ok(days) = days_of(&rule, first, BERLIN) {
            assert_eq!(days, expected);
        } else {
            let three_years = Day::of(first, BERLIN).plus_years(3);
            let too_far = match rule.end {
                End::Count(count) => expected.len() < count,
                End::Day(last) => last > three_years,
                End::Moment(last) => Day::of(last, BERLIN) >= three_years,
            };
            assert!(expected.len() > 200 || too_far, "{rule}");
        }
    }
}
