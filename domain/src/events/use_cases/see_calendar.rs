//! Events for calendars: one, or the next of whatever one looks for.

use super::find_events::{home_of, look_as, must_be_somebody, read};
use super::meet_event::meet_event;
use crate::accounts::Caller;
use crate::events::catalogue::{CalendarEvent, CatalogueQuery, Filter, Sort, Wanted, write_calendar};
use crate::events::store::events::EventRow;
use crate::events::store::listed::ListedRow;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::time::Timestamp;

/// The next ones are enough: a calendar asks again.
const FEED_MAX: u32 = 200;

/// Those that were cancelled are in it, so that calendars strike them out. `name` is what the calendar is called.
pub async fn see_calendar(
    platform: &Platform,
    caller: Option<Caller>,
    query: CatalogueQuery,
    name: &str,
    public_url: &str,
) -> Outcome<String> {
    let mut tx = platform.read().await?;
    let mut filter = Filter::parse(&query, &home_of(&mut tx, caller).await?)?;
    must_be_somebody(&filter, caller)?;
    if query.status.is_none() {
        filter.wanted = Wanted::Calendar;
    }
    filter.limit = FEED_MAX;
    if filter.sort != Sort::LatestDate {
        filter.sort = Sort::Date;
    }
    filter.cursor = None;
    let looking = look_as(&mut tx, caller).await?;
    platform.catalogue.keep_up(&mut tx).await?;
    let found = platform.catalogue.find(&filter, &looking, tx.now(), false);
    let now = tx.now();
    let rows = read(&mut tx, &looking, &found.items, true).await?;
    let events: Vec<CalendarEvent> = rows.into_iter().map(|(row, _)| listed(row, now)).collect();
    Ok(write_calendar(name, public_url, &events))
}

pub async fn see_calendar_entry(
    platform: &Platform,
    caller: Option<Caller>,
    event_id: EventId,
    public_url: &str,
) -> Outcome<String> {
    let mut tx = platform.read().await?;
    let (event, _) = meet_event(&mut tx, caller, event_id).await?;
    let now = tx.now();
    let entry = single(event, now);
    Ok(write_calendar(&entry.title.clone(), public_url, &[entry]))
}

fn listed(row: ListedRow, now: Timestamp) -> CalendarEvent {
    CalendarEvent {
        id: row.event_id,
        status: row.status.at(now, row.ends_at),
        title: row.title,
        description: row.description,
        category: row.category_name,
        place: place([row.venue_name, row.location, row.venue_address, row.city.or(row.venue_city)], row.online),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        made_at: row.published_at.unwrap_or(row.starts_at),
        version: row.version,
    }
}

fn single(event: EventRow, now: Timestamp) -> CalendarEvent {
    let fields = event.fields;
    CalendarEvent {
        id: event.event_id,
        status: event.status.at(now, fields.ends_at),
        title: fields.title,
        description: fields.description,
        category: event.category_name,
        place: place(
            [event.venue_name, fields.location, event.venue_address, fields.city.or(event.venue_city)],
            fields.online_url.is_some(),
        ),
        starts_at: fields.starts_at,
        ends_at: fields.ends_at,
        made_at: event.published_at.unwrap_or(event.created_at),
        version: event.version,
    }
}

/// From the house to the city, as far as it is known, so that a map finds it; what says the same twice is said once.
/// The online address itself is for those who hold a ticket.
fn place(parts: [Option<String>; 4], online: bool) -> Option<String> {
    let mut named: Vec<String> = Vec::new();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !named.contains(&part) {
            named.push(part);
        }
    }
    if named.is_empty() { online.then(|| "Online".to_owned()) } else { Some(named.join(", ")) }
}
