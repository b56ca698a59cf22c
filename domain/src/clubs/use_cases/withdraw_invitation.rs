//! An officer takes an invitation back before it was used.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::Standing;
use crate::clubs::store::invitations;
use crate::ids::{ClubId, InvitationId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn withdraw_invitation(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    invitation_id: InvitationId,
) -> Outcome<()> {
    platform
        .change((caller, club_id, invitation_id), |tx, (caller, club_id, invitation_id)| {
            Box::pin(withdraw(tx, *caller, *club_id, *invitation_id))
        })
        .await
}

async fn withdraw(tx: &mut Tx, caller: Caller, club_id: ClubId, invitation_id: InvitationId) -> Outcome<()> {
    let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    if !invitations::delete(tx, club_id, invitation_id).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::InvitationWithdrawn { club_id, invitation_id }).await?;
    Ok(())
}
