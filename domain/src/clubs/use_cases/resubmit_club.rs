//! The owner of a rejected club hands it in again.

use super::meet_club::{meet_club, show_club};
use crate::accounts::{Caller, hold_person};
use crate::clubs::store::clubs;
use crate::clubs::{Club, ClubStatus, PENDING_CLUBS_MAX, Standing};
use crate::ids::ClubId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn resubmit_club(platform: &Platform, caller: Caller, club_id: ClubId) -> Outcome<Club> {
    platform.change((caller, club_id), |tx, (caller, club_id)| Box::pin(resubmit(tx, *caller, *club_id))).await
}

async fn resubmit(tx: &mut Tx, caller: Caller, club_id: ClubId) -> Outcome<Club> {
    hold_person(tx, caller.user_id).await?;
    let (club, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::owns_the_club)?;
    if club.status != ClubStatus::Rejected {
        return Err(Refusal::ClubNotRejected.into());
    }
    if clubs::count_pending_of(tx, caller.user_id).await? >= PENDING_CLUBS_MAX {
        return Err(Refusal::TooManyPendingClubs.into());
    }
    if !clubs::resubmit(tx, club_id).await? {
        // Rejecting it had freed its name.
        let taken = clubs::name_is_taken(tx, &club.name, club_id).await?;
        return Err(if taken { Refusal::ClubNameTaken } else { Refusal::ClubNotRejected }.into());
    }
    journal::record(tx, Some(caller.user_id), Message::ClubResubmitted { club_id }).await?;
    show_club(tx, Some(caller), club_id).await
}
