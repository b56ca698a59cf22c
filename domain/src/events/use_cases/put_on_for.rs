//! For whom somebody may put on events: for themselves as an organizer, for a club as one of those who run it.

use crate::accounts::{Caller, Role};
use crate::clubs::{ClubRole, ClubStatus, club_role, club_status, stay_open};
use crate::events::store::categories;
use crate::ids::{CategoryId, ClubId};
use crate::outcome::Outcome;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

pub async fn must_put_on_for(tx: &mut Tx, caller: Caller, club_id: Option<ClubId>) -> Outcome<()> {
    let Some(club_id) = club_id else { return Ok(caller.must(Role::can_put_on_events)?) };
    let status = club_status(tx, caller, club_id).await?;
    let status = status.ok_or_else(no_such_club)?;
    if !club_role(tx, club_id, caller.user_id).await?.is_some_and(ClubRole::runs_the_club) {
        return Err(Refusal::NotAllowed.into());
    }
    if status != ClubStatus::Approved {
        return Err(Refusal::ClubNotApproved.into());
    }
    if stay_open(tx, club_id).await? { Ok(()) } else { Err(no_such_club().into()) }
}

fn no_such_club() -> Refusal {
    FieldProblem::refuse("club_id", "There is no such club.")
}

/// Takes a category, so that nobody deletes it meanwhile.
pub async fn take_category(tx: &mut Tx, category_id: Option<CategoryId>) -> Outcome<()> {
    match category_id {
        Some(category_id) if !categories::hold(tx, category_id).await? => {
            Err(FieldProblem::refuse("category_id", "There is no such category.").into())
        }
        _ => Ok(()),
    }
}
