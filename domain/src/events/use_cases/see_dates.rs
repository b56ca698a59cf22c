//! The dates of a series, as far as the one who asks may see them.

use std::collections::HashMap;

use super::meet_dates::stand_to_dates;
use super::meet_event::meet_event;
use crate::accounts::Caller;
use crate::events::store::events::EventRow;
use crate::events::store::series;
use crate::events::{EventDate, EventDates};
use crate::ids::{EventId, SeriesId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;
use crate::time::Timestamp;

pub async fn see_dates(platform: &Platform, caller: Option<Caller>, event_id: EventId) -> Outcome<EventDates> {
    let mut tx = platform.read().await?;
    show_dates_of(&mut tx, caller, event_id).await
}

pub async fn show_dates_of(tx: &mut Tx, caller: Option<Caller>, event_id: EventId) -> Outcome<EventDates> {
    let (event, _) = meet_event(tx, caller, event_id).await?;
    match event.series_id {
        Some(series_id) => show_dates(tx, caller, series_id).await,
        None => Ok(EventDates { series_id: None, rule: None, except: Vec::new(), version: None, items: Vec::new() }),
    }
}

/// The rule and what it leaves out are for those who run one of them.
pub async fn show_dates(tx: &mut Tx, caller: Option<Caller>, series_id: SeriesId) -> Outcome<EventDates> {
    let series = series::find(tx, series_id).await?.ok_or(Refusal::NotFound)?;
    let dates = stand_to_dates(tx, caller, series_id, false).await?;
    let runs_one = dates.iter().any(|(_, standing)| standing.runs_it());
    let tickets = series::count_tickets(tx, series_id).await?;
    let tickets: HashMap<EventId, Tickets> =
        tickets.into_iter().map(|(event_id, taken, quota)| (event_id, Tickets { taken, quota })).collect();
    let now = tx.now();
    let seen = dates.into_iter().filter(|(event, standing)| standing.sees(event.exposure()));
    let items = seen.map(|(event, standing)| {
        let tickets = tickets.get(&event.event_id).copied().unwrap_or_default();
        into_date(event, tickets, standing.runs_it(), now)
    });
    let items = items.collect();
    let except = if runs_one { series::list_exceptions(tx, series_id).await? } else { Vec::new() };
    Ok(EventDates {
        series_id: Some(series_id),
        rule: runs_one.then_some(series.rule),
        except,
        version: runs_one.then_some(series.version),
        items,
    })
}

#[derive(Clone, Copy, Default)]
struct Tickets {
    taken: i64,
    quota: Option<i64>,
}

fn into_date(event: EventRow, tickets: Tickets, runs_it: bool, now: Timestamp) -> EventDate {
    let fields = event.fields;
    EventDate {
        id: event.event_id,
        day: event.series_date.unwrap_or_default(),
        title: fields.title,
        status: event.status.at(now, fields.ends_at),
        starts_at: fields.starts_at,
        ends_at: fields.ends_at,
        time_zone: fields.time_zone,
        capacity: fields.capacity.map(i64::from).into_iter().chain(tickets.quota).min(),
        taken: runs_it.then_some(tickets.taken),
        version: event.version,
    }
}
