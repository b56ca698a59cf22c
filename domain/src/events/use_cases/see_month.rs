//! A month of what is on, in weeks.

use std::collections::HashMap;

use super::find_events::{home_of, list, look_as, must_be_somebody, read};
use crate::accounts::Caller;
use crate::events::catalogue::{CatalogueQuery, Filter, MonthDay, MonthPage};
use crate::events::{ListedEvent, parse_event_time};
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::time::{Day, Timestamp};

/// More are told as a number.
const SHOWN_PER_DAY: usize = 4;
const DAYS_OF_A_WEEK: i64 = 7;

/// The days of the query are those of the month, which is the one it is when none is named.
pub async fn see_month(
    platform: &Platform,
    caller: Option<Caller>,
    query: CatalogueQuery,
    month: Option<&str>,
) -> Outcome<MonthPage> {
    let mut tx = platform.read().await?;
    let now = tx.now();
    let query = CatalogueQuery { from: None, to: None, sort: None, limit: None, cursor: None, ..query };
    let mut filter = Filter::parse(&query, &home_of(&mut tx, caller).await?)?;
    must_be_somebody(&filter, caller)?;
    let today = Day::of(now, &filter.time_zone);
    let first = month.map_or(Ok(today.first_of_month()), parse_month)?;
    let days = weeks_of(first);
    let bounds = bounds(&days, &filter.time_zone);
    (filter.from, filter.to) = (bounds.first().copied(), bounds.last().copied());
    let looking = look_as(&mut tx, caller).await?;
    platform.catalogue.keep_up(&mut tx).await?;
    let found = platform.catalogue.find_by_day(&filter, &looking, now, &bounds, SHOWN_PER_DAY);
    let mut shown: Vec<_> = found.days.iter().flat_map(|day| day.items.iter().copied()).collect();
    shown.sort_by_key(|(id, _)| *id);
    shown.dedup_by_key(|(id, _)| *id);
    let rows = read(&mut tx, &looking, &shown, false).await?;
    let listed: HashMap<EventId, ListedEvent> =
        rows.into_iter().map(|(row, offer)| (row.event_id, list(row, offer, now))).collect();
    let days: Vec<MonthDay> = days
        .into_iter()
        .zip(found.days)
        .map(|(day, found)| MonthDay {
            day: day.to_string(),
            is_in_month: day.month() == first.month(),
            is_today: day == today,
            total: found.total,
            events: found.items.iter().filter_map(|(id, _)| listed.get(id).cloned()).collect(),
        })
        .collect();
    Ok(MonthPage {
        month: first.month(),
        month_before: first.plus(-1).month(),
        month_after: first.last_of_month().plus(1).month(),
        days,
        facets: found.facets,
    })
}

fn parse_month(raw: &str) -> Result<Day, Refusal> {
    let refuse = || FieldProblem::refuse("month", "Enter a month like 2026-11.");
    let first = Day::parse(&format!("{raw}-01")).ok_or_else(refuse)?;
    // What no event can be in is no month of ours.
    parse_event_time(&first.start("UTC").to_string()).map_err(|_| refuse())?;
    Ok(first)
}

/// From the Monday of its first week to the Sunday of its last.
fn weeks_of(first: Day) -> Vec<Day> {
    let monday = first.plus(-first.weekday());
    let last = first.last_of_month();
    let sunday = last.plus(DAYS_OF_A_WEEK - 1 - last.weekday());
    (0..).map(|days| monday.plus(days)).take_while(|day| *day <= sunday).collect()
}

fn bounds(days: &[Day], zone: &str) -> Vec<Timestamp> {
    let ends = days.last().map(|day| day.end(zone));
    days.iter().map(|day| day.start(zone)).chain(ends).collect()
}
