//! Those who run an event take away something nobody has bought.

use super::meet_event::hold_event_to_change;
use super::publish_event::must_stay_ready;
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::ticket_types;
use crate::ids::{EventId, TicketTypeId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;

pub async fn delete_ticket_type(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    ticket_type_id: TicketTypeId,
) -> Outcome<()> {
    platform
        .change((caller, event_id, ticket_type_id), |tx, (caller, event_id, ticket_type_id)| {
            Box::pin(delete(tx, *caller, *event_id, *ticket_type_id))
        })
        .await
}

async fn delete(tx: &mut Tx, caller: Caller, event_id: EventId, ticket_type_id: TicketTypeId) -> Outcome<()> {
    hold_event_to_change(tx, caller, event_id).await?;
    ticket_types::find(tx, event_id, ticket_type_id).await?.ok_or(Refusal::NotFound)?;
    if !ticket_types::delete(tx, ticket_type_id).await? {
        return Err(EventRefusal::TicketTypeSold.into());
    }
    must_stay_ready(tx, caller, event_id).await?;
    refresh_listing(tx, event_id).await?;
    let deleted = Message::TicketTypeDeleted { event_id, ticket_type_id };
    journal::record(tx, Some(caller.user_id), deleted).await?;
    Ok(())
}
