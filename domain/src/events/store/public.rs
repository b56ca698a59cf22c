//! What of the table `event` is for everybody.

use crate::events::EventStatus;
use crate::ids::EventId;
use crate::outcome::Fault;
use crate::store::{Tx, fetch_all};

/// What takes place, is not over, and is for everybody; the soonest first.
pub async fn list_upcoming(tx: &mut Tx, most: i64) -> Result<Vec<EventId>, Fault> {
    let now = tx.now();
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (EventId,)>(
            "select event_id from event
             where status = $1 and not members_only and ends_at > $2
             order by starts_at, event_id limit $3"
        )
        .bind(EventStatus::Published)
        .bind(now)
        .bind(most)
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
