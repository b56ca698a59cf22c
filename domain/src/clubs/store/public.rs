//! What of the table `club` is for everybody.

use crate::clubs::ClubStatus;
use crate::ids::ClubId;
use crate::outcome::Fault;
use crate::store::{Tx, fetch_all};

/// Those that are approved, the oldest first.
pub async fn list_approved(tx: &mut Tx, most: i64) -> Result<Vec<ClubId>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (ClubId,)>(
            "select club_id from club where status = $1 and deleted_at is null order by club_id limit $2"
        )
        .bind(ClubStatus::Approved)
        .bind(most)
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
