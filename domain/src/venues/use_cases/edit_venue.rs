//! Those who look after a venue change what it says.

use super::keep_for::must_keep_for;
use super::meet_venue::{meet_venue, show_venue};
use crate::accounts::{Caller, Role};
use crate::edit::Edit;
use crate::ids::{ClubId, VenueId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;
use crate::time::parse_zone;
use crate::venues::store::venues::{self, VenueFields, VenueRow};
use crate::venues::{Venue, VenueEdit, parse_address, parse_venue_city, parse_venue_name};

struct ParsedEdit {
    caller: Caller,
    venue_id: VenueId,
    name: Option<String>,
    address: Option<String>,
    city: Option<String>,
    time_zone: Option<String>,
    club_id: Edit<ClubId>,
    version: Option<i64>,
}

pub async fn edit_venue(platform: &Platform, caller: Caller, venue_id: VenueId, edit: VenueEdit) -> Outcome<Venue> {
    let parsed = parse(caller, venue_id, edit)?;
    platform.change(parsed, |tx, edit| Box::pin(apply(tx, edit))).await
}

fn parse(caller: Caller, venue_id: VenueId, edit: VenueEdit) -> Result<ParsedEdit, Refusal> {
    let mut problems = Problems::default();
    let parsed = ParsedEdit {
        caller,
        venue_id,
        name: edit.name.as_deref().and_then(|raw| problems.check("name", parse_venue_name(raw))),
        address: edit.address.as_deref().and_then(|raw| problems.check("address", parse_address(raw))),
        city: edit.city.as_deref().and_then(|raw| problems.check("city", parse_venue_city(raw))),
        time_zone: edit.time_zone.as_deref().and_then(|raw| problems.check("time_zone", parse_zone(raw))),
        club_id: edit.club_id,
        version: edit.version,
    };
    problems.into_result()?;
    Ok(parsed)
}

impl ParsedEdit {
    fn over(&self, before: &VenueFields) -> VenueFields {
        VenueFields {
            name: self.name.clone().unwrap_or_else(|| before.name.clone()),
            address: self.address.clone().unwrap_or_else(|| before.address.clone()),
            city: self.city.clone().unwrap_or_else(|| before.city.clone()),
            time_zone: self.time_zone.clone().unwrap_or_else(|| before.time_zone.clone()),
            club_id: self.club_id.clone().over(before.club_id),
        }
    }
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<Venue> {
    let (caller, venue_id) = (edit.caller, edit.venue_id);
    let (before, standing) = meet_venue(tx, Some(caller), venue_id).await?;
    standing.must_look_after_it()?;
    if edit.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let after = edit.over(&before.fields);
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if after != before.fields {
        check_club(tx, caller, &before, &after).await?;
        if !venues::update(tx, venue_id, &after, before.version).await? {
            return Err(Refusal::EditedMeanwhile.into());
        }
        journal::record(tx, Some(caller.user_id), Message::VenueEdited { venue_id }).await?;
    }
    show_venue(tx, Some(caller), venue_id).await
}

async fn check_club(tx: &mut Tx, caller: Caller, before: &VenueRow, after: &VenueFields) -> Outcome<()> {
    if after.club_id == before.fields.club_id {
        return Ok(());
    }
    // Without a club it is its creator's alone again: nobody gives it away behind their back.
    if after.club_id.is_none() && caller.user_id == before.created_by {
        return Ok(());
    }
    if after.club_id.is_none() {
        return Ok(caller.must(Role::can_manage_venues)?);
    }
    must_keep_for(tx, caller, after.club_id).await
}
