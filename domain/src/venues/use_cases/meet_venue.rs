//! A venue as somebody meets it: together with how they stand to it.

use crate::accounts::Caller;
use crate::ids::VenueId;
use crate::outcome::Outcome;
use crate::refusal::Refusal;
use crate::store::Tx;
use crate::venues::store::venues::{self, VenueRow};
use crate::venues::{Standing, Venue};

pub async fn meet_venue(tx: &mut Tx, caller: Option<Caller>, venue_id: VenueId) -> Outcome<(VenueRow, Standing)> {
    let asker = caller.map(|caller| caller.user_id);
    let venue = venues::find(tx, asker, venue_id).await?.ok_or(Refusal::NotFound)?;
    let standing = stand(caller, &venue);
    Ok((venue, standing))
}

pub fn stand(caller: Option<Caller>, venue: &VenueRow) -> Standing {
    let Some(caller) = caller else { return Standing::default() };
    Standing {
        signed_in: true,
        admin: caller.role.can_manage_venues(),
        creator: caller.user_id == venue.created_by,
        club_role: venue.my_club_role,
    }
}

/// For those who look after it, and nobody else deletes it or draws its plan meanwhile.
pub async fn hold_to_change(tx: &mut Tx, caller: Caller, venue_id: VenueId) -> Outcome<VenueRow> {
    venues::lock(tx, venue_id).await?;
    let (venue, standing) = meet_venue(tx, Some(caller), venue_id).await?;
    standing.must_look_after_it()?;
    Ok(venue)
}

/// The whole view of it, as it is now.
pub async fn show_venue(tx: &mut Tx, caller: Option<Caller>, venue_id: VenueId) -> Outcome<Venue> {
    let (venue, standing) = meet_venue(tx, caller, venue_id).await?;
    Ok(venue.into_venue(standing))
}
