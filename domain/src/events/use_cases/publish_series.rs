//! All drafts of a series are shown to everybody they are for. One that still lacks something waits, and says what.

use super::meet_dates::{hold_dates, hold_series};
use super::publish_event::show_if_ready;
use super::refresh_listing::refresh_listings;
use crate::accounts::Caller;
use crate::events::{EventStatus, NotReadyDate, PublishedDates};
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

pub async fn publish_series(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<PublishedDates> {
    platform.change((caller, event_id), |tx, (caller, event_id)| Box::pin(publish(tx, *caller, *event_id))).await
}

async fn publish(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<PublishedDates> {
    let series = hold_series(tx, caller, event_id).await?;
    let dates = hold_dates(tx, caller, series.series_id).await?;
    let (mut published, mut not_ready) = (Vec::new(), Vec::new());
    for draft in dates.iter().filter(|event| event.status == EventStatus::Draft) {
        let problems = show_if_ready(tx, caller, draft).await?;
        if problems.is_empty() {
            published.push(draft.event_id);
        } else {
            let day = draft.series_date.clone().unwrap_or_default();
            not_ready.push(NotReadyDate { id: draft.event_id, day, problems });
        }
    }
    refresh_listings(tx, &published).await?;
    Ok(PublishedDates { published, not_ready })
}
