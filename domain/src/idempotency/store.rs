//! The table `idempotent_answer`.

use super::{KeptAnswer, KeyedRequest};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_optional};
use crate::time::Timestamp;

/// False when the key is in use.
pub async fn insert(tx: &mut Tx, request: &KeyedRequest, expires_at: Timestamp) -> Result<bool, Fault> {
    let now = tx.now();
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into idempotent_answer (idempotency_key, asker, route, request_hash, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing"
        )
        .bind(&request.key)
        .bind(&request.asker)
        .bind(&request.route)
        .bind(&request.request_hash)
        .bind(now)
        .bind(expires_at)
    )?;
    Ok(inserted == 1)
}

#[derive(sqlx::FromRow)]
pub struct KeptRow {
    pub route: String,
    pub request_hash: Vec<u8>,
    status: Option<i32>,
    body: Option<Vec<u8>>,
    content_type: Option<String>,
}

impl KeptRow {
    /// Nothing while the first request is still running.
    pub fn answer(self) -> Option<KeptAnswer> {
        Some(KeptAnswer {
            status: u16::try_from(self.status?).ok()?,
            body: self.body?,
            content_type: self.content_type.unwrap_or_default(),
        })
    }
}

pub async fn find(tx: &mut Tx, asker: &str, key: &str) -> Result<Option<KeptRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, KeptRow>(
            "select route, request_hash, status, body, content_type from idempotent_answer
             where asker = $1 and idempotency_key = $2"
        )
        .bind(asker)
        .bind(key)
    )
}

pub async fn set_answer(tx: &mut Tx, request: &KeyedRequest, answer: &KeptAnswer) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "update idempotent_answer set status = $1, body = $2, content_type = $3
             where asker = $4 and idempotency_key = $5"
        )
        .bind(i32::from(answer.status))
        .bind(&answer.body)
        .bind(&answer.content_type)
        .bind(&request.asker)
        .bind(&request.key)
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, asker: &str, key: &str) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("delete from idempotent_answer where asker = $1 and idempotency_key = $2").bind(asker).bind(key)
    )?;
    Ok(())
}

/// Answers past their day, and first requests that never came back.
pub async fn delete_expired(tx: &mut Tx, now: Timestamp, abandoned_before: Timestamp) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("delete from idempotent_answer where expires_at <= $1 or (status is null and created_at <= $2)")
            .bind(now)
            .bind(abandoned_before)
    )?;
    Ok(())
}
