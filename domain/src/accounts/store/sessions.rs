//! The tables `session` and `refresh_token`.

use crate::accounts::{Role, SessionView};
use crate::ids::{SessionId, UserId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_optional};
use crate::time::Timestamp;

pub struct NewSession<'a> {
    pub session_id: SessionId,
    pub user_id: UserId,
    pub device: &'a str,
    pub address: &'a str,
    pub expires_at: Timestamp,
}

pub async fn insert(tx: &mut Tx, new: &NewSession<'_>) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into session (session_id, user_id, device, address, created_at, last_used_at, expires_at)
             values ($1, $2, $3, $4, $5, $5, $6)"
        )
        .bind(new.session_id)
        .bind(new.user_id)
        .bind(new.device)
        .bind(new.address)
        .bind(now)
        .bind(new.expires_at)
    )?;
    Ok(())
}

/// A live session and whose it is, in one look: asked for on every request of a signed-in person.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LiveSession {
    pub user_id: UserId,
    pub role: Role,
    pub suspended_at: Option<Timestamp>,
}

pub async fn find_live(tx: &mut Tx, session_id: SessionId) -> Result<Option<LiveSession>, Fault> {
    let now = tx.now();
    fetch_optional!(
        tx,
        sqlx::query_as::<_, LiveSession>(
            "select u.user_id, u.role, u.suspended_at
             from session s join user_account u on u.user_id = s.user_id
             where s.session_id = $1 and s.ended_at is null and s.expires_at > $2"
        )
        .bind(session_id)
        .bind(now)
    )
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    session_id: SessionId,
    device: String,
    address: String,
    created_at: Timestamp,
    last_used_at: Timestamp,
}

/// Bounded: nobody reads a list of more devices than this.
const LISTED_MAX: i64 = 200;

pub async fn list_live(tx: &mut Tx, user_id: UserId, current: SessionId) -> Result<Vec<SessionView>, Fault> {
    let now = tx.now();
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, SessionRow>(
            "select session_id, device, address, created_at, last_used_at
             from session
             where user_id = $1 and ended_at is null and expires_at > $2
             order by last_used_at desc, session_id desc
             limit $3"
        )
        .bind(user_id)
        .bind(now)
        .bind(LISTED_MAX)
    )?;
    Ok(rows
        .into_iter()
        .map(|row| SessionView {
            id: row.session_id,
            device: row.device,
            address: row.address,
            current: row.session_id == current,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
        })
        .collect())
}

/// False when there was no such live session of this person.
pub async fn end(tx: &mut Tx, user_id: UserId, session_id: SessionId) -> Result<bool, Fault> {
    let now = tx.now();
    let ended = execute!(
        tx,
        sqlx::query("update session set ended_at = $1 where session_id = $2 and user_id = $3 and ended_at is null")
            .bind(now)
            .bind(session_id)
            .bind(user_id)
    )?;
    Ok(ended == 1)
}

/// Ends all of a person's sessions but the one to keep, and answers which ended.
pub async fn end_all(tx: &mut Tx, user_id: UserId, keep: Option<SessionId>) -> Result<Vec<SessionId>, Fault> {
    let now = tx.now();
    let ended = fetch_all!(
        tx,
        sqlx::query_as::<_, (SessionId,)>(
            "update session set ended_at = $1
             where user_id = $2 and ended_at is null and session_id <> $3
             returning session_id"
        )
        .bind(now)
        .bind(user_id)
        .bind(keep.unwrap_or(SessionId(uuid::Uuid::nil())))
    )?;
    tx.note_changes(ended.len() as u64);
    Ok(ended.into_iter().map(|(session_id,)| session_id).collect())
}

pub async fn note_use(tx: &mut Tx, session_id: SessionId, address: &str, expires_at: Timestamp) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query("update session set last_used_at = $1, address = $2, expires_at = $3 where session_id = $4")
            .bind(now)
            .bind(address)
            .bind(expires_at)
            .bind(session_id)
    )?;
    Ok(())
}

pub async fn insert_refresh_token(tx: &mut Tx, token_hash: &[u8], session_id: SessionId) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query("insert into refresh_token (token_hash, session_id, issued_at) values ($1, $2, $3)")
            .bind(token_hash)
            .bind(session_id)
            .bind(now)
    )?;
    Ok(())
}

/// One refresh wins; everybody else who shows the same token gets false.
pub async fn spend_refresh_token(tx: &mut Tx, token_hash: &[u8]) -> Result<bool, Fault> {
    let now = tx.now();
    let spent = execute!(
        tx,
        sqlx::query("update refresh_token set spent_at = $1 where token_hash = $2 and spent_at is null")
            .bind(now)
            .bind(token_hash)
    )?;
    Ok(spent == 1)
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct RefreshTokenRow {
    pub session_id: SessionId,
    pub user_id: UserId,
    pub role: Role,
    pub suspended_at: Option<Timestamp>,
    pub spent_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub expires_at: Timestamp,
}

pub async fn find_refresh_token(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<RefreshTokenRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, RefreshTokenRow>(
            "select s.session_id, s.user_id, u.role, u.suspended_at, t.spent_at, s.ended_at, s.expires_at
             from refresh_token t
             join session s on s.session_id = t.session_id
             join user_account u on u.user_id = s.user_id
             where t.token_hash = $1"
        )
        .bind(token_hash)
    )
}
