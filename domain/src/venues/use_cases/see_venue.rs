//! Reading one venue.

use super::meet_venue::show_venue;
use crate::accounts::Caller;
use crate::ids::VenueId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::venues::Venue;

pub async fn see_venue(platform: &Platform, caller: Option<Caller>, venue_id: VenueId) -> Outcome<Venue> {
    let mut tx = platform.read().await?;
    show_venue(&mut tx, caller, venue_id).await
}
