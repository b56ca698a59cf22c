//! This date and all later ones will not take place. Each is called off as if it were the only one.

use super::cancel_event::call_off;
use super::meet_dates::hold_following;
use super::refresh_listing::refresh_listings;
use super::see_dates::show_dates_of;
use crate::accounts::Caller;
use crate::events::{EventDates, parse_cancel_reason};
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::FieldProblem;
use crate::store::Tx;

pub async fn cancel_following(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    reason: &str,
) -> Outcome<EventDates> {
    let reason = parse_cancel_reason(reason).map_err(|why| FieldProblem::refuse("reason", why))?;
    platform
        .change((caller, event_id, reason), |tx, (caller, event_id, reason)| {
            Box::pin(cancel(tx, *caller, *event_id, reason))
        })
        .await
}

async fn cancel(tx: &mut Tx, caller: Caller, event_id: EventId, reason: &str) -> Outcome<EventDates> {
    let dates: Vec<EventId> = hold_following(tx, caller, event_id).await?.iter().map(|event| event.event_id).collect();
    for date in &dates {
        call_off(tx, caller, *date, reason).await?;
    }
    refresh_listings(tx, &dates).await?;
    show_dates_of(tx, Some(caller), event_id).await
}
