//! What one can buy for an event, in the order it is offered. What is hidden is shown to those who run it.

use super::meet_event::meet_event;
use crate::accounts::Caller;
use crate::events::store::events::EventRow;
use crate::events::store::ticket_types::{self, TicketTypeRow};
use crate::events::{Standing, TicketType, price_now};
use crate::ids::{EventId, TicketTypeId};
use crate::money::Money;
use crate::outcome::Outcome;
use crate::page::Page;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;
use crate::time::Timestamp;

/// There are few enough of them for one page.
pub async fn list_ticket_types(
    platform: &Platform,
    caller: Option<Caller>,
    event_id: EventId,
) -> Outcome<Page<TicketType>> {
    let mut tx = platform.read().await?;
    let (event, standing) = meet_event(&mut tx, caller, event_id).await?;
    let items = show_ticket_types(&mut tx, &event, standing).await?;
    let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
    Ok(Page { items, next_cursor: None, total })
}

/// To those who stand to the event like this.
pub async fn show_ticket_types(tx: &mut Tx, event: &EventRow, standing: Standing) -> Outcome<Vec<TicketType>> {
    let (now, runs_it) = (tx.now(), standing.runs_it());
    let rows = ticket_types::list(tx, event.event_id).await?;
    let shown = rows.into_iter().filter(|row| runs_it || !row.fields.hidden);
    Ok(shown.map(|row| into_view(row, event, runs_it, now)).collect())
}

/// To those who run the event.
pub async fn show_ticket_type(tx: &mut Tx, event: &EventRow, ticket_type_id: TicketTypeId) -> Outcome<TicketType> {
    let now = tx.now();
    let row = ticket_types::find(tx, event.event_id, ticket_type_id).await?.ok_or(Refusal::NotFound)?;
    Ok(into_view(row, event, true, now))
}

fn into_view(row: TicketTypeRow, event: &EventRow, runs_it: bool, now: Timestamp) -> TicketType {
    let (taken, currency) = (row.taken(), event.fields.currency);
    let price = price_now(row.fields.price, &row.fields.tiers, taken, now);
    TicketType {
        id: row.ticket_type_id,
        price_now: Money::new(price.amount, currency),
        tier_now: price.tier.map(|tier| tier.name.clone()),
        currency,
        sold: runs_it.then_some(row.sold),
        held: runs_it.then_some(row.held),
        version: row.version,
        fields: row.fields,
    }
}
