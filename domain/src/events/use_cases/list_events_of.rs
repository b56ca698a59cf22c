//! What somebody puts on: everything for themselves, what is for everybody for the rest.

use crate::accounts::{Caller, see_public_profile};
use crate::events::EventSummary;
use crate::events::store::events;
use crate::ids::UserId;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;

/// Of somebody who does not show themselves nothing is shown here either.
pub async fn list_events_of(
    platform: &Platform,
    caller: Option<Caller>,
    creator: UserId,
    limit: Option<i64>,
    cursor: Option<&str>,
) -> Outcome<Page<EventSummary>> {
    let page = PageRequest::parse(limit, cursor)?;
    see_public_profile(platform, caller, creator).await?;
    let own = caller.is_some_and(|caller| caller.user_id == creator);
    let mut tx = platform.read().await?;
    let rows = events::list_of(&mut tx, creator, own, page).await?;
    let total = events::count_of(&mut tx, creator, own).await?;
    let now = tx.now();
    Ok(Page::from_rows(rows, page, total, |row| row.event_id.0).map(|row| row.into_summary(now)))
}
