//! How far a club has come, for slices whose things belong to clubs.

use crate::accounts::Caller;
use crate::clubs::store::clubs;
use crate::clubs::{ClubStatus, Standing};
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::store::Tx;

/// Nothing for those who may not know of it, and of a deleted club.
pub async fn club_status(tx: &mut Tx, caller: Caller, club_id: ClubId) -> Outcome<Option<ClubStatus>> {
    let found = clubs::find(tx, Some(caller.user_id), club_id).await?;
    let seen = found.filter(|club| {
        let standing = Standing { signed_in: true, admin: caller.role.can_manage_clubs(), role: club.my_active_role() };
        standing.sees(club.status)
    });
    Ok(seen.map(|club| club.status))
}
