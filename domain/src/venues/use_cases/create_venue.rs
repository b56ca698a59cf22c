//! Somebody adds a venue. It is there for everybody at once.

use super::keep_for::must_keep_for;
use super::meet_venue::show_venue;
use crate::accounts::Caller;
use crate::ids::VenueId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;
use crate::time::parse_zone;
use crate::venues::store::venues::{self, VenueFields};
use crate::venues::{Venue, VenueDraft, parse_address, parse_venue_city, parse_venue_name};

pub async fn create_venue(platform: &Platform, caller: Caller, draft: VenueDraft) -> Outcome<Venue> {
    let fields = parse(&draft)?;
    platform.change((caller, fields), |tx, (caller, fields)| Box::pin(create(tx, *caller, fields))).await
}

fn parse(draft: &VenueDraft) -> Result<VenueFields, Refusal> {
    let mut problems = Problems::default();
    let name = problems.check("name", parse_venue_name(&draft.name));
    let address = problems.check("address", parse_address(&draft.address));
    let city = problems.check("city", parse_venue_city(&draft.city));
    let time_zone = problems.check("time_zone", parse_zone(&draft.time_zone));
    let (Some(name), Some(address), Some(city), Some(time_zone)) = (name, address, city, time_zone) else {
        return Err(problems.refusal());
    };
    Ok(VenueFields { name, address, city, time_zone, club_id: draft.club_id })
}

async fn create(tx: &mut Tx, caller: Caller, fields: &VenueFields) -> Outcome<Venue> {
    must_keep_for(tx, caller, fields.club_id).await?;
    let (venue_id, user_id): (VenueId, _) = (tx.new_id(), caller.user_id);
    venues::insert(tx, venue_id, user_id, fields).await?;
    journal::record(tx, Some(user_id), Message::VenueCreated { venue_id, user_id }).await?;
    show_venue(tx, Some(caller), venue_id).await
}
