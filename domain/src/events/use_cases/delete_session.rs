//! Those who run an event take something out of it.

use super::meet_event::hold_event_to_change;
use crate::accounts::Caller;
use crate::events::store::sessions;
use crate::ids::{AgendaItemId, EventId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn delete_event_session(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    session_id: AgendaItemId,
) -> Outcome<()> {
    platform
        .change((caller, event_id, session_id), |tx, (caller, event_id, session_id)| {
            Box::pin(delete(tx, *caller, *event_id, *session_id))
        })
        .await
}

async fn delete(tx: &mut Tx, caller: Caller, event_id: EventId, session_id: AgendaItemId) -> Outcome<()> {
    hold_event_to_change(tx, caller, event_id).await?;
    if !sessions::delete(tx, event_id, session_id).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::EventSessionDeleted { event_id, session_id }).await?;
    Ok(())
}
