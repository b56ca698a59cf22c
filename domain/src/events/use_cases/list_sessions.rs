//! What happens inside an event, in its order.

use super::meet_event::meet_event;
use crate::accounts::Caller;
use crate::events::Session;
use crate::events::store::sessions;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::page::Page;
use crate::platform::Platform;

/// All of it is one page: an agenda is read as a whole.
pub async fn list_event_sessions(
    platform: &Platform,
    caller: Option<Caller>,
    event_id: EventId,
) -> Outcome<Page<Session>> {
    let mut tx = platform.read().await?;
    meet_event(&mut tx, caller, event_id).await?;
    let rows = sessions::list(&mut tx, event_id).await?;
    let items: Vec<Session> = rows.into_iter().map(|row| row.into_view(event_id)).collect();
    let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
    Ok(Page { items, next_cursor: None, total })
}
