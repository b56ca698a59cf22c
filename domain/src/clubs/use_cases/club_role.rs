//! What somebody is in a club, for slices whose things belong to clubs.

use crate::clubs::ClubRole;
use crate::clubs::store::members;
use crate::ids::{ClubId, UserId};
use crate::outcome::Outcome;
use crate::store::Tx;

/// Nothing for those who only asked to join, and of a deleted club.
pub async fn club_role(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Outcome<Option<ClubRole>> {
    Ok(members::find_role(tx, club_id, user_id).await?)
}
