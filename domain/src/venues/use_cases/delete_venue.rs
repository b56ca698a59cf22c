//! A venue nobody will come to any more is gone from the lists. What took place there still says where it was.

use super::meet_venue::hold_to_change;
use crate::accounts::Caller;
use crate::ids::VenueId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;
use crate::venues::store::{uses, venues};

pub async fn delete_venue(platform: &Platform, caller: Caller, venue_id: VenueId) -> Outcome<()> {
    platform.change((caller, venue_id), |tx, (caller, venue_id)| Box::pin(delete(tx, *caller, *venue_id))).await
}

async fn delete(tx: &mut Tx, caller: Caller, venue_id: VenueId) -> Outcome<()> {
    hold_to_change(tx, caller, venue_id).await?;
    let events = uses::count_to_come(tx, venue_id).await?;
    if events > 0 {
        return Err(Refusal::VenueInUse { events }.into());
    }
    if !venues::delete(tx, venue_id).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::VenueDeleted { venue_id }).await?;
    Ok(())
}
