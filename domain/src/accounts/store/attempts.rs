//! The table `attempt`: how often somebody tried something lately.

use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_one, fetch_optional};
use crate::time::Timestamp;

#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Attempts {
    pub count: i64,
    pub window_started_at: Timestamp,
}

/// Counts one more, in a window that starts anew when the last one began before `window_floor`.
pub async fn add(tx: &mut Tx, kind: &str, subject_hash: &[u8], window_floor: Timestamp) -> Result<Attempts, Fault> {
    let now = tx.now();
    let attempts = fetch_one!(
        tx,
        sqlx::query_as::<_, Attempts>(
            "insert into attempt (kind, subject_hash, window_started_at, count)
             values ($1, $2, $3, 1)
             on conflict (kind, subject_hash) do update set
               count = case when attempt.window_started_at <= $4 then 1 else attempt.count + 1 end,
               window_started_at =
                 case when attempt.window_started_at <= $4 then $3 else attempt.window_started_at end
             returning count, window_started_at"
        )
        .bind(kind)
        .bind(subject_hash)
        .bind(now)
        .bind(window_floor)
    )?;
    tx.note_changes(1);
    Ok(attempts)
}

pub async fn find(tx: &mut Tx, kind: &str, subject_hash: &[u8]) -> Result<Option<Attempts>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, Attempts>(
            "select count, window_started_at from attempt where kind = $1 and subject_hash = $2"
        )
        .bind(kind)
        .bind(subject_hash)
    )
}

pub async fn take_back(tx: &mut Tx, kind: &str, subject_hash: &[u8]) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update attempt set count = count - 1 where kind = $1 and subject_hash = $2 and count > 0")
            .bind(kind)
            .bind(subject_hash)
    )?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, kind: &str, subject_hash: &[u8]) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("delete from attempt where kind = $1 and subject_hash = $2").bind(kind).bind(subject_hash)
    )?;
    Ok(())
}
