//! What somebody puts on, as they keep it in mind: newest first, and a series as one thing.

use std::collections::HashMap;

use crate::accounts::Caller;
use crate::events::store::{events, series};
use crate::events::{ComingDates, NextDate, ProgrammeLine};
use crate::ids::SeriesId;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;

pub async fn list_programme(
    platform: &Platform,
    caller: Caller,
    limit: Option<i64>,
    cursor: Option<&str>,
) -> Outcome<Page<ProgrammeLine>> {
    let page = PageRequest::parse(limit, cursor)?;
    let mut tx = platform.read().await?;
    let rows = events::list_programme(&mut tx, caller.user_id, page).await?;
    let total = events::count_programme(&mut tx, caller.user_id).await?;
    let mut coming: HashMap<SeriesId, ComingDates> = HashMap::new();
    for date in series::list_coming_of(&mut tx, caller.user_id).await? {
        let (id, title, starts_at, status) = (date.event_id, date.title, date.starts_at, date.status);
        let next = NextDate { id, title, starts_at, status };
        coming.insert(date.series_id, ComingDates { count: date.to_come, next: Some(next) });
    }
    let now = tx.now();
    let line = |row: events::EventRow| {
        let dates = row.series_id.map(|series_id| coming.remove(&series_id).unwrap_or_default());
        ProgrammeLine { event: row.into_summary(now), dates }
    };
    Ok(Page::from_rows(rows, page, total, |row| row.event_id.0).map(line))
}
