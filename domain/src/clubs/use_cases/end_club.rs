//! A club comes to its end: gone from everywhere, its name free for another. What happened in it stays in the journal.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::Standing;
use crate::clubs::store::clubs;
use crate::ids::ClubId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::refusal::Refusal;
use crate::store::Tx;

/// For whoever knows what else depends on it.
pub async fn end_club(tx: &mut Tx, caller: Caller, club_id: ClubId) -> Outcome<()> {
    let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::may_decide)?;
    if !clubs::delete(tx, club_id).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::ClubDeleted { club_id }).await?;
    Ok(())
}
