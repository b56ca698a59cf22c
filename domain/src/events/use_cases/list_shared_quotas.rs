//! What several kinds of ticket share, for those who run the event.

use super::meet_event::meet_event;
use super::places::taken_of;
use crate::accounts::Caller;
use crate::events::store::shared_quotas::{self, SharedQuotaRow};
use crate::events::store::ticket_types::{self, TicketTypeRow};
use crate::events::{SharedQuota, Standing};
use crate::ids::{EventId, SharedQuotaId};
use crate::outcome::Outcome;
use crate::page::Page;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

/// There are few enough of them for one page.
pub async fn list_shared_quotas(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<Page<SharedQuota>> {
    let mut tx = platform.read().await?;
    let (_, standing) = meet_event(&mut tx, Some(caller), event_id).await?;
    standing.must(Standing::runs_it)?;
    let tickets = ticket_types::list(&mut tx, event_id).await?;
    let rows = shared_quotas::list(&mut tx, event_id).await?;
    let items: Vec<_> = rows.into_iter().map(|row| into_view(row, &tickets)).collect();
    let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
    Ok(Page { items, next_cursor: None, total })
}

pub async fn show_shared_quota(
    tx: &mut Tx,
    event_id: EventId,
    tickets: &[TicketTypeRow],
    shared_quota_id: SharedQuotaId,
) -> Outcome<SharedQuota> {
    let rows = shared_quotas::list(tx, event_id).await?;
    let row = rows.into_iter().find(|row| row.shared_quota_id == shared_quota_id).ok_or(Refusal::NotFound)?;
    Ok(into_view(row, tickets))
}

/// Without the tickets that were removed.
fn into_view(mut row: SharedQuotaRow, tickets: &[TicketTypeRow]) -> SharedQuota {
    let there = |id: &_| tickets.iter().any(|ticket| ticket.ticket_type_id == *id);
    row.fields.ticket_type_ids.retain(there);
    let taken = taken_of(tickets, &row.fields.ticket_type_ids);
    SharedQuota { id: row.shared_quota_id, fields: row.fields, taken, version: row.version }
}
