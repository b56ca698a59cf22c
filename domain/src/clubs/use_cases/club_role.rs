//! What other slices ask about a club: what somebody is in it, what it is called, and who runs it.

use crate::clubs::ClubRole;
use crate::clubs::store::{clubs, members};
use crate::ids::{ClubId, UserId};
use crate::outcome::Outcome;
use crate::store::Tx;

/// Nothing for those who only asked to join, and of a deleted club.
pub async fn club_role(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Outcome<Option<ClubRole>> {
    Ok(members::find_role(tx, club_id, user_id).await?)
}

/// Nothing for a deleted club.
pub async fn club_name(tx: &mut Tx, club_id: ClubId) -> Outcome<Option<String>> {
    Ok(clubs::find(tx, None, club_id).await?.map(|club| club.name))
}

/// The owner first, then the officers.
pub async fn who_runs(tx: &mut Tx, club_id: ClubId) -> Outcome<Vec<UserId>> {
    Ok(members::list_who_run(tx, club_id).await?)
}

/// The clubs somebody belongs to, without those that were deleted.
pub async fn clubs_of(tx: &mut Tx, user_id: UserId) -> Outcome<Vec<ClubId>> {
    Ok(members::list_clubs_of(tx, user_id).await?)
}
