//! The table `plan_background`.

use crate::ids::{PictureId, VenueId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_optional};

pub async fn insert(tx: &mut Tx, venue_id: VenueId, picture_id: PictureId) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query("insert into plan_background (picture_id, venue_id, created_at) values ($1, $2, $3)")
            .bind(picture_id)
            .bind(venue_id)
            .bind(now)
    )?;
    Ok(())
}

pub async fn exists(tx: &mut Tx, venue_id: VenueId, picture_id: PictureId) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (PictureId,)>(
            "select picture_id from plan_background where venue_id = $1 and picture_id = $2"
        )
        .bind(venue_id)
        .bind(picture_id)
    )?;
    Ok(found.is_some())
}

/// Those no version of the plan is drawn upon, but for the newest ones, which somebody may be drawing upon now.
pub async fn list_unused(tx: &mut Tx, venue_id: VenueId, newest: i64) -> Result<Vec<PictureId>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, (PictureId,)>(
            "select b.picture_id from plan_background b
             where b.venue_id = $1
               and not exists (select 1 from plan p where p.venue_id = $1 and p.background_id = b.picture_id)
               and b.picture_id not in (
                 select newer.picture_id from plan_background newer
                 where newer.venue_id = $1 order by newer.picture_id desc limit $2)"
        )
        .bind(venue_id)
        .bind(newest)
    )?;
    Ok(rows.into_iter().map(|(picture_id,)| picture_id).collect())
}

pub async fn delete(tx: &mut Tx, picture_id: PictureId) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from plan_background where picture_id = $1").bind(picture_id))?;
    Ok(())
}
