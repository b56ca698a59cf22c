//! A series goes on: its rule gets a later end, and the dates that are missing until then are made.

use std::collections::HashSet;

use super::copy_event::Original;
use super::make_dates::{check_dates, make_dates, still_ahead};
use super::meet_dates::hold_series;
use super::meet_event::hold_event_to_change;
use super::put_on_for::must_put_on_for;
use super::see_dates::show_dates;
use crate::accounts::Caller;
use crate::events::series::{End, Rule, days_of};
use crate::events::store::events::{self, EventRow};
use crate::events::store::series::{self, SeriesRow};
use crate::events::{EventDates, LaterEnd};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;
use crate::time::{Day, Timestamp};

struct Extension {
    caller: Caller,
    event_id: EventId,
    end: End,
    /// What the end was said with.
    field: &'static str,
    version: Option<i64>,
}

/// The new dates are like this one.
pub async fn extend_series(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    later: LaterEnd,
) -> Outcome<EventDates> {
    let (field, end) = parse(&later)?;
    let extension = Extension { caller, event_id, end, field, version: later.version };
    platform.change(extension, |tx, extension| Box::pin(extend(tx, extension))).await
}

fn parse(later: &LaterEnd) -> Result<(&'static str, End), Refusal> {
    match (&later.until, later.count) {
        (Some(until), None) => {
            let day = Day::parse(until.trim());
            let day = day.ok_or_else(|| FieldProblem::refuse("until", "Write the last day like 2027-03-31."))?;
            Ok(("until", End::Day(day)))
        }
        (None, Some(count)) => {
            let end = Rule::parse_count(count).map_err(|why| FieldProblem::refuse("count", why))?;
            Ok(("count", end))
        }
        (Some(_), Some(_)) => Err(FieldProblem::refuse("until", "Say until when or how many times, not both.")),
        (None, None) => Err(FieldProblem::refuse("until", "Say until when, or how many times.")),
    }
}

async fn extend(tx: &mut Tx, extension: &Extension) -> Outcome<EventDates> {
    let (caller, event_id) = (extension.caller, extension.event_id);
    let series = hold_series(tx, caller, event_id).await?;
    if extension.version.is_some_and(|version| version != series.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let event = hold_event_to_change(tx, caller, event_id).await?;
    must_put_on_for(tx, caller, event.fields.club_id).await?;
    let mut rule = Rule::parse(&series.rule).map_err(|why| Fault::new(format!("a kept rule is refused: {why}")))?;
    rule.end = extension.end;
    let missing = missing_days(tx, extension, &series, &rule).await?;
    let (hour_of, zone) = hour_of_dates(&event, &series);
    let dates = missing.into_iter().map(|day| (day, day.at_hour_of(hour_of, &zone)));
    let missing = still_ahead(dates.collect(), tx.now());
    if missing.is_empty() {
        let why = "This makes no date that is not there already. Choose a later end.";
        return Err(FieldProblem::refuse(extension.field, why).into());
    }
    let original = Original::read(tx, event).await?;
    check_dates(&original, &missing, extension.field)?;
    let series_id = series.series_id;
    if !series::set_rule(tx, series_id, &rule.to_string(), series.version).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    journal::record(tx, Some(caller.user_id), Message::SeriesUpdated { series_id }).await?;
    make_dates(tx, caller, &original, series_id, missing).await?;
    show_dates(tx, Some(caller), series_id).await
}

/// The new dates begin when this one does. One that was moved to another day says nothing of the others: then it is the
/// hour the series began with.
fn hour_of_dates(event: &EventRow, series: &SeriesRow) -> (Timestamp, String) {
    let fields = &event.fields;
    let day = Day::of(fields.starts_at, &fields.time_zone).to_string();
    if event.series_date.as_ref() == Some(&day) {
        (fields.starts_at, fields.time_zone.clone())
    } else {
        (series.starts_at, series.time_zone.clone())
    }
}

/// What leaves the series is left out from then on, so what is there is asked first.
async fn missing_days(tx: &mut Tx, extension: &Extension, series: &SeriesRow, rule: &Rule) -> Outcome<Vec<Day>> {
    let (first, zone) = (series.starts_at, &series.time_zone);
    let days = days_of(rule, first, zone).map_err(|why| FieldProblem::refuse(extension.field, why))?;
    let there = events::list_of_series(tx, series.series_id, false).await?;
    let there = there.into_iter().filter_map(|event| event.series_date);
    let left_out = series::list_exceptions(tx, series.series_id).await?;
    let known: HashSet<String> = there.chain(left_out).collect();
    Ok(days.into_iter().filter(|day| !known.contains(&day.to_string())).collect())
}
