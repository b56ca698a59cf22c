//! The journal: one entry for every change that matters, written in the transaction that made the change. It is at
//! once the outbox, the audit log and the history of things. Only `record` makes entries, and it demands an open
//! transaction; only the relay claims and marks them.

use std::time::Duration;

use serde_json::Value;
use sqlx::types::Json;

use crate::ids::{EntryId, UserId};
use crate::message::{Envelope, Message};
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

/// Records that something happened, and who did it (nobody, when the platform did).
pub async fn record(tx: &mut Tx, actor: Option<UserId>, message: Message) -> Result<EntryId, Fault> {
    let entry_id: EntryId = tx.new_id();
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into journal (entry_id, kind, version, subject_id, actor_id, occurred_at, data)
             values ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(entry_id)
        .bind(message.name())
        .bind(message.version())
        .bind(message.subject())
        .bind(actor)
        .bind(now)
        .bind(Json(message.data()))
    )?;
    tx.note_recorded();
    Ok(entry_id)
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    entry_id: EntryId,
    kind: String,
    version: i32,
    occurred_at: Timestamp,
    data: Json<Value>,
}

impl EntryRow {
    fn into_envelope(self) -> Result<Envelope, Fault> {
        let message = Message::from_parts(&self.kind, &self.data)
            .ok_or_else(|| Fault::new(format!("journal entry {} is of unknown kind {}", self.entry_id, self.kind)))?;
        Ok(Envelope { id: self.entry_id, message, version: self.version, occurred_at: self.occurred_at })
    }
}

/// Takes the oldest entries nobody has published, for as long as the lease lasts. Several relays may ask at once:
/// the condition stands twice, so that one that had to wait for another looks again before it takes a row.
pub async fn claim(platform: &Platform, count_max: i32, lease: Duration) -> Outcome<Vec<Envelope>> {
    platform
        .change((count_max, lease), |tx, (count_max, lease)| {
            Box::pin(async move {
                let now = tx.now();
                let mut rows = fetch_all!(
                    tx,
                    sqlx::query_as::<_, EntryRow>(
                        "update journal
                         set leased_until = $1, attempts = attempts + 1
                         where published_at is null
                           and (leased_until is null or leased_until <= $2)
                           and entry_id in (
                             select entry_id from journal
                             where published_at is null
                               and (leased_until is null or leased_until <= $2)
                             order by entry_id
                             limit $3
                           )
                         returning entry_id, kind, version, occurred_at, data"
                    )
                    .bind(now.plus(*lease))
                    .bind(now)
                    .bind(*count_max)
                )?;
                tx.note_changes(rows.len() as u64);
                rows.sort_by_key(|row| row.entry_id);
                rows.into_iter().map(|row| row.into_envelope().map_err(Into::into)).collect()
            })
        })
        .await
}

/// The broker has them for certain.
pub async fn mark_published(platform: &Platform, entries: Vec<EntryId>) -> Outcome<()> {
    platform
        .change(entries, |tx, entries| {
            Box::pin(async move {
                let now = tx.now();
                for entry in entries {
                    execute!(
                        tx,
                        sqlx::query("update journal set published_at = $1, leased_until = null where entry_id = $2")
                            .bind(now)
                            .bind(*entry)
                    )?;
                }
                Ok(())
            })
        })
        .await
}

/// They could not be published; nobody takes them before `until`.
pub async fn postpone(platform: &Platform, entries: Vec<EntryId>, until: Timestamp) -> Outcome<()> {
    platform
        .change((entries, until), |tx, (entries, until)| {
            Box::pin(async move {
                for entry in entries {
                    execute!(
                        tx,
                        sqlx::query(
                            "update journal set leased_until = $1 where entry_id = $2 and published_at is null"
                        )
                        .bind(*until)
                        .bind(*entry)
                    )?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes back every lease. Only for a process that knows it is alone: what a killed one held need not wait.
pub async fn release_leases(platform: &Platform) -> Outcome<u64> {
    platform
        .change((), |tx, ()| {
            Box::pin(async move {
                Ok(execute!(
                    tx,
                    sqlx::query(
                        "update journal set leased_until = null where published_at is null and leased_until is not null"
                    )
                )?)
            })
        })
        .await
}

/// How many entries wait to be published: what the metrics show, and what tests wait to become zero.
pub async fn count_unpublished(platform: &Platform) -> Outcome<i64> {
    let mut tx = platform.read().await?;
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from journal where published_at is null")
    )?;
    Ok(count)
}

/// Who made this entry.
pub async fn actor_of(tx: &mut Tx, entry_id: EntryId) -> Result<Option<UserId>, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (Option<UserId>,)>("select actor_id from journal where entry_id = $1").bind(entry_id)
    )?;
    Ok(found.and_then(|(actor,)| actor))
}

/// What happened to one thing, oldest first.
pub async fn history_of(platform: &Platform, subject: uuid::Uuid) -> Outcome<Vec<Envelope>> {
    let mut tx = platform.read().await?;
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, EntryRow>(
            "select entry_id, kind, version, occurred_at, data from journal where subject_id = $1 order by entry_id"
        )
        .bind(subject)
    )?;
    rows.into_iter().map(|row| row.into_envelope().map_err(Into::into)).collect()
}
