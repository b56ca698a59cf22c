//! For whom somebody may add a venue: for everybody as an organizer, for a club as one of those who run it.

use crate::accounts::{Caller, Role};
use crate::clubs::{ClubRole, ClubStatus, club_role, club_status};
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

pub async fn must_keep_for(tx: &mut Tx, caller: Caller, club_id: Option<ClubId>) -> Outcome<()> {
    let Some(club_id) = club_id else { return Ok(caller.must(Role::can_add_venues)?) };
    let status = club_status(tx, caller, club_id).await?;
    let status = status.ok_or_else(|| FieldProblem::refuse("club_id", "There is no such club."))?;
    if !club_role(tx, club_id, caller.user_id).await?.is_some_and(ClubRole::runs_the_club) {
        return Err(Refusal::NotAllowed.into());
    }
    if status != ClubStatus::Approved {
        return Err(Refusal::ClubNotApproved.into());
    }
    Ok(())
}
