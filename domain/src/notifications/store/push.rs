//! The tables `push_device` and `push`.

use sqlx::types::Json;

use crate::ids::{EntryId, PushDeviceId, SessionId, UserId};
use crate::notifications::tell::News;
use crate::notifications::{NoticeAbout, NoticeKind};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_optional};
use crate::time::Timestamp;

/// What a browser told of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PushAddress {
    pub endpoint: String,
    pub public_key: Vec<u8>,
    pub auth_secret: Vec<u8>,
}

pub struct NewDevice<'a> {
    pub push_device_id: PushDeviceId,
    pub user_id: UserId,
    pub session_id: SessionId,
    pub address: &'a PushAddress,
    pub sender: &'a str,
}

/// A browser belongs to whoever switched it on last.
pub async fn put_device(tx: &mut Tx, new: &NewDevice<'_>) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into push_device
               (push_device_id, user_id, session_id, endpoint, public_key, auth_secret, sender, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (endpoint) do update
             set push_device_id = excluded.push_device_id, user_id = excluded.user_id,
                 session_id = excluded.session_id, public_key = excluded.public_key,
                 auth_secret = excluded.auth_secret, sender = excluded.sender, created_at = excluded.created_at"
        )
        .bind(new.push_device_id)
        .bind(new.user_id)
        .bind(new.session_id)
        .bind(&new.address.endpoint)
        .bind(&new.address.public_key)
        .bind(&new.address.auth_secret)
        .bind(new.sender)
        .bind(now)
    )?;
    Ok(())
}

/// A sign-in has one browser, and those that ended have none.
pub async fn make_room(tx: &mut Tx, user_id: UserId, session_id: SessionId, endpoint: &str) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "delete from push_device
             where user_id = $1 and endpoint <> $2
               and (session_id = $3 or session_id in (
                      select session_id from session
                      where user_id = $1 and (ended_at is not null or expires_at <= $4)))"
        )
        .bind(user_id)
        .bind(endpoint)
        .bind(session_id)
        .bind(now)
    )?;
    Ok(())
}

/// Whether this sign-in is switched on at that address.
pub async fn has_address(tx: &mut Tx, session_id: SessionId, endpoint: &str) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (PushDeviceId,)>(
            "select push_device_id from push_device where session_id = $1 and endpoint = $2"
        )
        .bind(session_id)
        .bind(endpoint)
    )?;
    Ok(found.is_some())
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DeviceRow {
    pub push_device_id: PushDeviceId,
    pub session_id: SessionId,
    pub device: String,
    pub endpoint: String,
    pub sender: String,
    pub created_at: Timestamp,
}

pub async fn find_device(tx: &mut Tx, push_device_id: PushDeviceId) -> Result<Option<DeviceRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, DeviceRow>(
            "select d.push_device_id, d.session_id, s.device, d.endpoint, d.sender, d.created_at
             from push_device d join session s on s.session_id = d.session_id
             where d.push_device_id = $1"
        )
        .bind(push_device_id)
    )
}

/// Those that would be sent something now, newest first.
pub async fn list_devices(tx: &mut Tx, user_id: UserId) -> Result<Vec<DeviceRow>, Fault> {
    let now = tx.now();
    fetch_all!(
        tx,
        sqlx::query_as::<_, DeviceRow>(
            "select d.push_device_id, d.session_id, s.device, d.endpoint, d.sender, d.created_at
             from push_device d join session s on s.session_id = d.session_id
             where d.user_id = $1 and s.ended_at is null and s.expires_at > $2
             order by d.push_device_id desc"
        )
        .bind(user_id)
        .bind(now)
    )
}

/// False when this person has no such device.
pub async fn delete_device(tx: &mut Tx, user_id: UserId, push_device_id: PushDeviceId) -> Result<bool, Fault> {
    let deleted = execute!(
        tx,
        sqlx::query("delete from push_device where push_device_id = $1 and user_id = $2")
            .bind(push_device_id)
            .bind(user_id)
    )?;
    Ok(deleted == 1)
}

/// One for each of a person's devices that they are signed in on.
pub async fn queue(tx: &mut Tx, message: EntryId, user_id: UserId, news: &News) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into push (entry_id, push_device_id, kind, data, created_at, due_at)
             select $1, d.push_device_id, $2, $3, $4, $4
             from push_device d join session s on s.session_id = d.session_id
             where d.user_id = $5 and s.ended_at is null and s.expires_at > $4"
        )
        .bind(message)
        .bind(news.kind)
        .bind(Json(serde_json::json!(news.about)))
        .bind(now)
        .bind(user_id)
    )?;
    Ok(())
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PushRow {
    pub entry_id: EntryId,
    pub push_device_id: PushDeviceId,
    pub kind: NoticeKind,
    pub data: Json<Option<NoticeAbout>>,
    pub created_at: Timestamp,
    pub attempts: i32,
}

/// Takes those that are due, so that nobody else does before `until`.
pub async fn claim(tx: &mut Tx, count_max: i32, until: Timestamp) -> Result<Vec<PushRow>, Fault> {
    let now = tx.now();
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, PushRow>(
            "update push set due_at = $1, attempts = attempts + 1
             where due_at <= $2
               and (entry_id, push_device_id) in (
                 select entry_id, push_device_id from push where due_at <= $2 order by due_at limit $3)
             returning entry_id, push_device_id, kind, data, created_at, attempts"
        )
        .bind(until)
        .bind(now)
        .bind(count_max)
    )?;
    tx.note_changes(rows.len() as u64);
    Ok(rows)
}

#[derive(sqlx::FromRow)]
struct AddressRow {
    endpoint: String,
    public_key: Vec<u8>,
    auth_secret: Vec<u8>,
}

/// Nothing for a device whose person has signed out there, or was suspended.
pub async fn find_address(tx: &mut Tx, push_device_id: PushDeviceId) -> Result<Option<PushAddress>, Fault> {
    let now = tx.now();
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, AddressRow>(
            "select d.endpoint, d.public_key, d.auth_secret
             from push_device d
             join session s on s.session_id = d.session_id
             join user_account u on u.user_id = d.user_id
             where d.push_device_id = $1 and s.ended_at is null and s.expires_at > $2 and u.suspended_at is null"
        )
        .bind(push_device_id)
        .bind(now)
    )?;
    Ok(row.map(|row| PushAddress { endpoint: row.endpoint, public_key: row.public_key, auth_secret: row.auth_secret }))
}

pub async fn delete(tx: &mut Tx, entry_id: EntryId, push_device_id: PushDeviceId) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("delete from push where entry_id = $1 and push_device_id = $2").bind(entry_id).bind(push_device_id)
    )?;
    Ok(())
}

pub async fn postpone(
    tx: &mut Tx,
    entry_id: EntryId,
    push_device_id: PushDeviceId,
    until: Timestamp,
) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query("update push set due_at = $1 where entry_id = $2 and push_device_id = $3")
            .bind(until)
            .bind(entry_id)
            .bind(push_device_id)
    )?;
    Ok(())
}

/// The browser's maker does not know it any more.
pub async fn forget_device(tx: &mut Tx, push_device_id: PushDeviceId) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from push_device where push_device_id = $1").bind(push_device_id))?;
    execute!(tx, sqlx::query("delete from push where push_device_id = $1").bind(push_device_id))?;
    Ok(())
}
