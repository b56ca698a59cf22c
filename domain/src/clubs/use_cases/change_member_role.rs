//! The owner of a club says what its members are. Making somebody else the owner hands the club over: whoever owned it
//! stays as an officer, so that there is one owner before, after and meanwhile.

use super::accept_member::find_shown;
use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::store::members::{self, MemberRow};
use crate::clubs::{ClubRole, MemberStatus, MemberView, Standing};
use crate::ids::{ClubId, UserId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

struct Appointment {
    caller: Caller,
    club_id: ClubId,
    user_id: UserId,
    role: ClubRole,
}

pub async fn change_member_role(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    user_id: UserId,
    role: &str,
) -> Outcome<MemberView> {
    let role = ClubRole::parse(role).map_err(|why| FieldProblem::refuse("role", why))?;
    let appointment = Appointment { caller, club_id, user_id, role };
    platform.change(appointment, |tx, appointment| Box::pin(appoint(tx, appointment))).await
}

async fn appoint(tx: &mut Tx, appointment: &Appointment) -> Outcome<MemberView> {
    let Appointment { caller, club_id, user_id, role } = *appointment;
    let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::owns_the_club)?;
    let before = find_shown(tx, club_id, user_id).await?;
    if before.status != MemberStatus::Active {
        return Err(Refusal::NotFound.into());
    }
    if before.role == role {
        return Ok(before.into_view());
    }
    if before.role == ClubRole::Owner {
        return Err(Refusal::ClubNeedsOwner.into());
    }
    if role == ClubRole::Owner {
        step_back(tx, caller, club_id).await?;
    }
    set_role(tx, caller, club_id, &before, role).await?;
    Ok(find_shown(tx, club_id, user_id).await?.into_view())
}

/// First, because there are never two owners. Whoever loses the race of two who hand over is not the owner any more.
async fn step_back(tx: &mut Tx, caller: Caller, club_id: ClubId) -> Outcome<()> {
    let (user_id, role) = (caller.user_id, ClubRole::Officer);
    if !members::set_role(tx, club_id, user_id, ClubRole::Owner, role).await? {
        return Err(Refusal::NotAllowed.into());
    }
    journal::record(tx, Some(user_id), Message::MemberRoleChanged { club_id, user_id, role }).await?;
    Ok(())
}

async fn set_role(tx: &mut Tx, caller: Caller, club_id: ClubId, before: &MemberRow, role: ClubRole) -> Outcome<()> {
    let user_id = before.user_id;
    if !members::set_role(tx, club_id, user_id, before.role, role).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    journal::record(tx, Some(caller.user_id), Message::MemberRoleChanged { club_id, user_id, role }).await?;
    Ok(())
}
