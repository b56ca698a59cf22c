//! The tables `notice`, `consumed` and `kept_mail`.

pub mod push;

use sqlx::types::Json;
use uuid::Uuid;

use super::{KeptMail, NewMail, Notice, NoticeAbout, NoticeKind};
use crate::ids::{EntryId, MailId, NoticeId, UserId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

pub async fn insert_consumed(tx: &mut Tx, consumer: &str, message: EntryId, verdict: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into consumed (consumer, entry_id, consumed_at, verdict) values ($1, $2, $3, $4)
             on conflict do nothing"
        )
        .bind(consumer)
        .bind(message)
        .bind(now)
        .bind(verdict)
    )?;
    Ok(inserted == 1)
}

pub async fn find_consumed(tx: &mut Tx, consumer: &str, message: EntryId) -> Result<Option<String>, Fault> {
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, (String,)>("select verdict from consumed where consumer = $1 and entry_id = $2")
            .bind(consumer)
            .bind(message)
    )?;
    Ok(row.map(|(verdict,)| verdict))
}

pub async fn insert_notice(
    tx: &mut Tx,
    message: EntryId,
    user_id: UserId,
    kind: NoticeKind,
    about: Option<&NoticeAbout>,
) -> Result<(), Fault> {
    let (notice_id, now): (NoticeId, _) = (tx.new_id(), tx.now());
    execute!(
        tx,
        sqlx::query(
            "insert into notice (notice_id, user_id, kind, data, created_at, entry_id) values ($1, $2, $3, $4, $5, $6)
             on conflict (user_id, entry_id) do nothing"
        )
        .bind(notice_id)
        .bind(user_id)
        .bind(kind)
        .bind(Json(about.map_or_else(|| serde_json::json!({}), |about| serde_json::json!(about))))
        .bind(now)
        .bind(message)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct NoticeRow {
    notice_id: NoticeId,
    kind: NoticeKind,
    data: Json<serde_json::Value>,
    created_at: Timestamp,
    read_at: Option<Timestamp>,
}

pub async fn list_notices(tx: &mut Tx, user_id: UserId, page: PageRequest) -> Result<Vec<Notice>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, NoticeRow>(
            "select notice_id, kind, data, created_at, read_at from notice
             where user_id = $1 and notice_id < $2
             order by notice_id desc
             limit $3"
        )
        .bind(user_id)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )?;
    Ok(rows
        .into_iter()
        .map(|row| Notice {
            id: row.notice_id,
            kind: row.kind,
            about: serde_json::from_value(row.data.0).ok(),
            created_at: row.created_at,
            read: row.read_at.is_some(),
        })
        .collect())
}

pub async fn count_notices(tx: &mut Tx, user_id: UserId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from notice where user_id = $1").bind(user_id)
    )?;
    Ok(count)
}

pub async fn count_unread(tx: &mut Tx, user_id: UserId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(count(*) as bigint) from notice where user_id = $1 and read_at is null"
        )
        .bind(user_id)
    )?;
    Ok(count)
}

/// False when this person has no such notice.
pub async fn mark_read(tx: &mut Tx, user_id: UserId, notice_id: NoticeId) -> Result<bool, Fault> {
    let now = tx.now();
    let marked = execute!(
        tx,
        sqlx::query("update notice set read_at = coalesce(read_at, $1) where notice_id = $2 and user_id = $3")
            .bind(now)
            .bind(notice_id)
            .bind(user_id)
    )?;
    Ok(marked == 1)
}

pub async fn mark_all_read(tx: &mut Tx, user_id: UserId) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query("update notice set read_at = $1 where user_id = $2 and read_at is null").bind(now).bind(user_id)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct MailRow {
    mail_id: MailId,
    message_id: String,
    recipient: String,
    subject: String,
    text_body: String,
    html_body: String,
    kept_at: Timestamp,
}

impl From<MailRow> for KeptMail {
    fn from(row: MailRow) -> Self {
        Self {
            id: row.mail_id,
            message_id: row.message_id,
            recipient: row.recipient,
            subject: row.subject,
            text_body: row.text_body,
            html_body: row.html_body,
            kept_at: row.kept_at,
        }
    }
}

pub async fn insert_mail(tx: &mut Tx, mail: &NewMail) -> Result<(), Fault> {
    let (mail_id, now): (MailId, _) = (tx.new_id(), tx.now());
    execute!(
        tx,
        sqlx::query(
            "insert into kept_mail (mail_id, message_id, recipient, subject, text_body, html_body, kept_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(mail_id)
        .bind(&mail.message_id)
        .bind(&mail.recipient)
        .bind(&mail.subject)
        .bind(&mail.text_body)
        .bind(&mail.html_body)
        .bind(now)
    )?;
    Ok(())
}

pub async fn list_mails(tx: &mut Tx, recipient: &str, count_max: i64) -> Result<Vec<KeptMail>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, MailRow>(
            "select * from kept_mail where ($1 = '' or recipient = $1) order by mail_id desc limit $2"
        )
        .bind(recipient)
        .bind(count_max)
    )?;
    Ok(rows.into_iter().map(KeptMail::from).collect())
}

pub async fn find_mail(tx: &mut Tx, mail_id: MailId) -> Result<Option<KeptMail>, Fault> {
    let row =
        fetch_optional!(tx, sqlx::query_as::<_, MailRow>("select * from kept_mail where mail_id = $1").bind(mail_id))?;
    Ok(row.map(KeptMail::from))
}
