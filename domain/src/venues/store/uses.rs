//! The table `venue_use`.

use uuid::Uuid;

use crate::ids::{PlanId, VenueId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_one};
use crate::time::Timestamp;

/// Something that takes place at a venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VenueUse {
    pub used_by: Uuid,
    pub venue_id: VenueId,
    pub plan_id: Option<PlanId>,
    pub until: Timestamp,
}

/// In place of what it used before.
pub async fn put(tx: &mut Tx, place: &VenueUse) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "insert into venue_use (used_by, venue_id, plan_id, used_until) values ($1, $2, $3, $4)
             on conflict (used_by) do update
             set venue_id = excluded.venue_id, plan_id = excluded.plan_id, used_until = excluded.used_until"
        )
        .bind(place.used_by)
        .bind(place.venue_id)
        .bind(place.plan_id)
        .bind(place.until)
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, used_by: Uuid) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from venue_use where used_by = $1").bind(used_by))?;
    Ok(())
}

pub async fn set_until(tx: &mut Tx, used_by: Uuid, until: Timestamp) -> Result<(), Fault> {
    execute!(tx, sqlx::query("update venue_use set used_until = $1 where used_by = $2").bind(until).bind(used_by))?;
    Ok(())
}

/// What takes place there now or will.
pub async fn count_to_come(tx: &mut Tx, venue_id: VenueId) -> Result<i64, Fault> {
    let now = tx.now();
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from venue_use where venue_id = $1 and used_until > $2"
        )
        .bind(venue_id)
        .bind(now)
    )?;
    Ok(count)
}
