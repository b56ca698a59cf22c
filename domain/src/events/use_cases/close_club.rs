//! A club is closed by its owner or an admin, once nobody waits for an event of it any more. Clubs know no events, so those
//! who do have the last word.

use crate::accounts::Caller;
use crate::clubs::end_club;
use crate::events::store::events;
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::EventRefusal;
use crate::store::Tx;

pub async fn close_club(platform: &Platform, caller: Caller, club_id: ClubId) -> Outcome<()> {
    platform.change((caller, club_id), |tx, (caller, club_id)| Box::pin(close(tx, *caller, *club_id))).await
}

/// The end comes first: from then on nothing more is published for the club, and what is counted is all there is.
async fn close(tx: &mut Tx, caller: Caller, club_id: ClubId) -> Outcome<()> {
    end_club(tx, caller, club_id).await?;
    match events::count_to_come(tx, club_id).await? {
        0 => Ok(()),
        events => Err(EventRefusal::ClubHasEvents { events }.into()),
    }
}
