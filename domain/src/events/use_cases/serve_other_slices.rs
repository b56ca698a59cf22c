//! What other slices ask of events, inside their own transactions: an event with what one can buy for it.

use super::list_ticket_types::show_ticket_types;
use super::meet_event::{hold_event_to_change, meet_event};
use crate::accounts::Caller;
use crate::events::store::events::EventRow;
use crate::events::{EventStatus, Standing, TicketType};
use crate::ids::EventId;
use crate::money::Currency;
use crate::outcome::Outcome;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;

#[derive(Clone, Debug)]
pub struct EventOnSale {
    pub event_id: EventId,
    pub currency: Currency,
    pub status: EventStatus,
    pub standing: Standing,
    /// In the order they are offered; what is hidden is among them for those who run the event.
    pub ticket_types: Vec<TicketType>,
}

impl EventOnSale {
    /// Nobody comes any more.
    pub fn must_not_be_over(&self) -> Result<(), Refusal> {
        match self.status {
            EventStatus::Cancelled => Err(EventRefusal::Cancelled.into()),
            EventStatus::Ended => Err(EventRefusal::Ended.into()),
            EventStatus::Draft | EventStatus::Published => Ok(()),
        }
    }
}

/// For whoever may see it.
pub async fn meet_event_on_sale(tx: &mut Tx, caller: Option<Caller>, event_id: EventId) -> Outcome<EventOnSale> {
    let (event, standing) = meet_event(tx, caller, event_id).await?;
    with_tickets(tx, &event, standing).await
}

/// For those who run it, while nobody else changes it. It can still change.
pub async fn hold_event_on_sale(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<EventOnSale> {
    hold_event_to_change(tx, caller, event_id).await?;
    meet_event_on_sale(tx, Some(caller), event_id).await
}

async fn with_tickets(tx: &mut Tx, event: &EventRow, standing: Standing) -> Outcome<EventOnSale> {
    let ticket_types = show_ticket_types(tx, event, standing).await?;
    let status = event.status.at(tx.now(), event.fields.ends_at);
    Ok(EventOnSale { event_id: event.event_id, currency: event.fields.currency, status, standing, ticket_types })
}
