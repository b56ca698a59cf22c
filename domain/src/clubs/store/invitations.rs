//! The table `club_invitation`: those that nobody has used yet.

use uuid::Uuid;

use crate::accounts::Email;
use crate::clubs::InvitationView;
use crate::ids::{ClubId, InvitationId, UserId};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

#[derive(sqlx::FromRow)]
struct InvitationRow {
    invitation_id: InvitationId,
    email: String,
    invited_by: UserId,
    created_at: Timestamp,
}

impl InvitationRow {
    fn into_view(self) -> InvitationView {
        InvitationView {
            id: self.invitation_id,
            email: self.email,
            invited_by: self.invited_by,
            created_at: self.created_at,
        }
    }
}

/// Nothing when one to this address is open already.
pub async fn insert(
    tx: &mut Tx,
    club_id: ClubId,
    email: &Email,
    invited_by: UserId,
) -> Result<Option<InvitationView>, Fault> {
    let (now, invitation_id) = (tx.now(), tx.new_id::<InvitationId>());
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into club_invitation (invitation_id, club_id, email, email_key, invited_by, created_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (club_id, email_key) do nothing"
        )
        .bind(invitation_id)
        .bind(club_id)
        .bind(email.as_str())
        .bind(email.key())
        .bind(invited_by)
        .bind(now)
    )?;
    let view = InvitationView { id: invitation_id, email: email.as_str().to_owned(), invited_by, created_at: now };
    Ok((inserted == 1).then_some(view))
}

/// Whether one to this address is open.
pub async fn exists(tx: &mut Tx, club_id: ClubId, email: &Email) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (InvitationId,)>(
            "select invitation_id from club_invitation where club_id = $1 and email_key = $2"
        )
        .bind(club_id)
        .bind(email.key())
    )?;
    Ok(found.is_some())
}

/// Uses it up. False when there is none, or not any more.
pub async fn redeem(tx: &mut Tx, club_id: ClubId, email: &Email) -> Result<bool, Fault> {
    let redeemed = execute!(
        tx,
        sqlx::query("delete from club_invitation where club_id = $1 and email_key = $2")
            .bind(club_id)
            .bind(email.key())
    )?;
    Ok(redeemed == 1)
}

/// False when this club has no such open invitation.
pub async fn delete(tx: &mut Tx, club_id: ClubId, invitation_id: InvitationId) -> Result<bool, Fault> {
    let deleted = execute!(
        tx,
        sqlx::query("delete from club_invitation where club_id = $1 and invitation_id = $2")
            .bind(club_id)
            .bind(invitation_id)
    )?;
    Ok(deleted == 1)
}

/// Newest first.
pub async fn list(tx: &mut Tx, club_id: ClubId, page: PageRequest) -> Result<Vec<InvitationView>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, InvitationRow>(
            "select invitation_id, email, invited_by, created_at from club_invitation
             where club_id = $1 and invitation_id < $2 order by invitation_id desc limit $3"
        )
        .bind(club_id)
        .bind(page.after.unwrap_or(Uuid::max()))
        .bind(i64::from(page.limit) + 1)
    )?;
    Ok(rows.into_iter().map(InvitationRow::into_view).collect())
}

pub async fn count(tx: &mut Tx, club_id: ClubId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from club_invitation where club_id = $1")
            .bind(club_id)
    )?;
    Ok(count)
}
