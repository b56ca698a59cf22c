//! The table `mail_token`: the links we sent by mail.

use crate::ids::UserId;
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_optional};
use crate::time::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Purpose {
    VerifyEmail,
    ResetPassword,
}

pub struct NewMailToken<'a> {
    pub token_hash: &'a [u8],
    pub user_id: UserId,
    pub purpose: Purpose,
    pub email: &'a str,
    pub expires_at: Timestamp,
}

pub async fn insert(tx: &mut Tx, new: &NewMailToken<'_>) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into mail_token (token_hash, user_id, purpose, email, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6)"
        )
        .bind(new.token_hash)
        .bind(new.user_id)
        .bind(new.purpose)
        .bind(new.email)
        .bind(now)
        .bind(new.expires_at)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
pub struct UsedMailToken {
    pub user_id: UserId,
    pub email: String,
}

/// Uses the link up. Nothing when it is unknown, used, for something else, or too old.
pub async fn redeem(tx: &mut Tx, token_hash: &[u8], purpose: Purpose) -> Result<Option<UsedMailToken>, Fault> {
    let now = tx.now();
    let used = fetch_optional!(
        tx,
        sqlx::query_as::<_, UsedMailToken>(
            "update mail_token set used_at = $1
             where token_hash = $2 and purpose = $3 and used_at is null and expires_at > $1
             returning user_id, email"
        )
        .bind(now)
        .bind(token_hash)
        .bind(purpose)
    )?;
    tx.note_changes(u64::from(used.is_some()));
    Ok(used)
}

/// Makes every open link of this kind useless: a password that was reset once is not reset by an older mail.
pub async fn void_all(tx: &mut Tx, user_id: UserId, purpose: Purpose) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query("update mail_token set used_at = $1 where user_id = $2 and purpose = $3 and used_at is null")
            .bind(now)
            .bind(user_id)
            .bind(purpose)
    )?;
    Ok(())
}
