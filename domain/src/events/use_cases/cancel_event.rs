//! An event will not take place, and everybody is told why. What was paid is given back by those who hear of it.

use super::meet_event::{hold_event, show_event};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::events;
use crate::events::{Event, EventStatus, parse_cancel_reason};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, FieldProblem};
use crate::store::Tx;
use crate::venues::end_use;

pub async fn cancel_event(platform: &Platform, caller: Caller, event_id: EventId, reason: &str) -> Outcome<Event> {
    let reason = parse_cancel_reason(reason).map_err(|why| FieldProblem::refuse("reason", why))?;
    platform
        .change((caller, event_id, reason), |tx, (caller, event_id, reason)| {
            Box::pin(cancel(tx, *caller, *event_id, reason))
        })
        .await
}

async fn cancel(tx: &mut Tx, caller: Caller, event_id: EventId, reason: &str) -> Outcome<Event> {
    let event = hold_event(tx, caller, event_id).await?;
    if event.status.at(tx.now(), event.fields.ends_at) == EventStatus::Ended {
        return Err(EventRefusal::Ended.into());
    }
    call_off(tx, caller, event_id, reason).await?;
    refresh_listing(tx, event_id).await?;
    show_event(tx, Some(caller), event_id).await
}

/// Of an event that is held. The catalogue is told afterwards, last of all.
pub async fn call_off(tx: &mut Tx, caller: Caller, event_id: EventId, reason: &str) -> Outcome<()> {
    if !events::cancel(tx, event_id, reason).await? {
        return Err(EventRefusal::Cancelled.into());
    }
    end_use(tx, event_id.0).await?;
    journal::record(tx, Some(caller.user_id), Message::EventCancelled { event_id }).await?;
    Ok(())
}
