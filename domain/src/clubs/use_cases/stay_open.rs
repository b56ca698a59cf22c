//! What slices whose things belong to clubs rely on.

use crate::clubs::store::clubs;
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::store::Tx;

/// Until this change is done nobody closes the club. False when somebody has.
pub async fn stay_open(tx: &mut Tx, club_id: ClubId) -> Outcome<bool> {
    Ok(clubs::hold(tx, club_id).await?)
}
