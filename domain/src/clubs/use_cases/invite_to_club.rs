//! An officer invites whoever has this mail address. The answer is the same whether somebody has an account with it.

use super::meet_club::meet_club;
use crate::accounts::{Caller, Email};
use crate::clubs::store::{clubs, invitations};
use crate::clubs::{ClubStatus, INVITATIONS_OPEN_MAX, InvitationView, Standing};
use crate::ids::ClubId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

pub async fn invite_to_club(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    email: &str,
) -> Outcome<InvitationView> {
    let email = Email::parse(email).map_err(|why| FieldProblem::refuse("email", why))?;
    platform
        .change((caller, club_id, email), |tx, (caller, club_id, email)| Box::pin(invite(tx, *caller, *club_id, email)))
        .await
}

async fn invite(tx: &mut Tx, caller: Caller, club_id: ClubId, email: &Email) -> Outcome<InvitationView> {
    let (club, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    if club.status != ClubStatus::Approved {
        return Err(Refusal::ClubNotApproved.into());
    }
    clubs::lock(tx, club_id).await?;
    if invitations::exists(tx, club_id, email).await? {
        return Err(Refusal::AlreadyInvited.into());
    }
    if invitations::count(tx, club_id).await? >= INVITATIONS_OPEN_MAX {
        return Err(Refusal::TooManyInvitations.into());
    }
    let invitation = invitations::insert(tx, club_id, email, caller.user_id).await?.ok_or(Refusal::AlreadyInvited)?;
    let invited = Message::MemberInvited { club_id, invitation_id: invitation.id };
    journal::record(tx, Some(caller.user_id), invited).await?;
    Ok(invitation)
}
