//! Somebody joins a club, or asks to. An open club takes everybody, and so does every club those who hold an
//! invitation: it counts for whoever has confirmed the address it was made for.

use super::meet_club::meet_club;
use crate::accounts::{Caller, confirmed_email};
use crate::clubs::store::invitations;
use crate::clubs::store::members::{self, NewMember};
use crate::clubs::{ClubRole, ClubStatus, JoinPolicy, MemberStatus, Membership, parse_join_message};
use crate::ids::{ClubId, UserId};
use crate::journal;
use crate::message::Message;
use crate::outcome::{Failure, Outcome};
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

struct Wish {
    caller: Caller,
    club_id: ClubId,
    message: String,
}

/// The message is for the officers of a club that has to be asked.
pub async fn join_club(platform: &Platform, caller: Caller, club_id: ClubId, message: &str) -> Outcome<Membership> {
    let message = parse_join_message(message).map_err(|why| FieldProblem::refuse("message", why))?;
    platform.change(Wish { caller, club_id, message }, |tx, wish| Box::pin(join(tx, wish))).await
}

async fn join(tx: &mut Tx, wish: &Wish) -> Outcome<Membership> {
    let (club_id, user_id) = (wish.club_id, wish.caller.user_id);
    let (club, _) = meet_club(tx, Some(wish.caller), club_id).await?;
    if club.my_status == Some(MemberStatus::Active) {
        return Err(Refusal::AlreadyMember.into());
    }
    if club.status != ClubStatus::Approved {
        return Err(Refusal::ClubNotApproved.into());
    }
    if use_invitation(tx, club_id, user_id).await? || club.join_policy == JoinPolicy::Open {
        return enter(tx, club_id, user_id).await;
    }
    match (club.my_status, club.join_policy) {
        (Some(_), _) => Err(Refusal::AlreadyRequested.into()),
        (None, JoinPolicy::Invite) => Err(Refusal::InvitationNeeded.into()),
        (None, _) => ask(tx, wish).await,
    }
}

async fn use_invitation(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Outcome<bool> {
    let Some(email) = confirmed_email(tx, user_id).await? else { return Ok(false) };
    Ok(invitations::redeem(tx, club_id, &email).await?)
}

/// Whoever had asked and need not any more is let in by joining again.
async fn enter(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Outcome<Membership> {
    let (role, status) = (ClubRole::Member, MemberStatus::Active);
    let new = NewMember { club_id, user_id, role, status, message: "" };
    if !members::insert(tx, &new).await? && !members::admit(tx, club_id, user_id).await? {
        return Err(Refusal::AlreadyMember.into());
    }
    journal::record(tx, Some(user_id), Message::MemberAdded { club_id, user_id }).await?;
    Ok(Membership { role, status })
}

async fn ask(tx: &mut Tx, wish: &Wish) -> Outcome<Membership> {
    let (club_id, user_id) = (wish.club_id, wish.caller.user_id);
    let (role, status) = (ClubRole::Member, MemberStatus::Requested);
    if !members::insert(tx, &NewMember { club_id, user_id, role, status, message: &wish.message }).await? {
        return Err(came_first(tx, club_id, user_id).await?);
    }
    journal::record(tx, Some(user_id), Message::MemberRequested { club_id, user_id }).await?;
    Ok(Membership { role, status })
}

/// The same person at the same moment, from another window.
async fn came_first(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Outcome<Failure> {
    let active = members::find(tx, club_id, user_id).await?.is_some_and(|row| row.status == MemberStatus::Active);
    Ok(if active { Refusal::AlreadyMember } else { Refusal::AlreadyRequested }.into())
}
