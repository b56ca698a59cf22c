//! A draft is thrown away. What everybody has seen is cancelled instead.

use super::leave_day_out::leave_day_out;
use super::meet_event::hold_event;
use crate::accounts::Caller;
use crate::events::EventStatus;
use crate::events::store::events::{self, EventRow};
use crate::events::store::{sessions, shared_quotas, ticket_types};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::EventRefusal;
use crate::store::Tx;
use crate::venues::free_place;

pub async fn delete_event(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<()> {
    platform.change((caller, event_id), |tx, (caller, event_id)| Box::pin(delete(tx, *caller, *event_id))).await
}

async fn delete(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<()> {
    let event = hold_event(tx, caller, event_id).await?;
    throw_away(tx, caller, &event).await
}

/// Of an event that is held. Its series does not make the date again.
pub async fn throw_away(tx: &mut Tx, caller: Caller, event: &EventRow) -> Outcome<()> {
    let event_id = event.event_id;
    if event.status != EventStatus::Draft {
        return Err(EventRefusal::NotDraft.into());
    }
    if ticket_types::count_taken(tx, event_id).await? > 0 {
        return Err(EventRefusal::HasSales.into());
    }
    ticket_types::delete_all(tx, event_id).await?;
    shared_quotas::delete_all(tx, event_id).await?;
    sessions::delete_all(tx, event_id).await?;
    if !events::delete(tx, event_id).await? {
        return Err(EventRefusal::NotDraft.into());
    }
    free_place(tx, event_id.0).await?;
    if let (Some(series_id), Some(day)) = (event.series_id, &event.series_date) {
        leave_day_out(tx, caller, series_id, day).await?;
    }
    journal::record(tx, Some(caller.user_id), Message::EventDeleted { event_id }).await?;
    Ok(())
}
