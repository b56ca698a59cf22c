//! What other slices ask of venues: to hold one for something that takes place there, and how its seats are arranged.

use uuid::Uuid;

use crate::ids::{PlanId, VenueId};
use crate::outcome::Outcome;
use crate::store::Tx;
use crate::time::Timestamp;
use crate::venues::store::uses::{self, VenueUse};
use crate::venues::store::{plans, venues};
use crate::venues::{Plan, PlanFacts, SectionFacts};

/// A venue nobody deletes before this change is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldVenue {
    pub venue_id: VenueId,
    pub plan: Option<PlanFacts>,
}

/// Nothing when there is no such venue, or not any more.
pub async fn hold_venue(tx: &mut Tx, venue_id: VenueId) -> Outcome<Option<HeldVenue>> {
    venues::hold(tx, venue_id).await?;
    let found = venues::find(tx, None, venue_id).await?;
    Ok(found.map(|venue| HeldVenue { venue_id, plan: venue.plan_facts() }))
}

/// What takes place at a venue that was held, and by which version of its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub venue_id: VenueId,
    pub plan_id: Option<PlanId>,
    pub until: Timestamp,
}

/// From now on the venue is needed until then, and this version of its plan for good.
pub async fn take_place(tx: &mut Tx, used_by: Uuid, place: Place) -> Outcome<()> {
    let Place { venue_id, plan_id, until } = place;
    Ok(uses::put(tx, &VenueUse { used_by, venue_id, plan_id, until }).await?)
}

/// It never takes place, and nobody was ever told.
pub async fn free_place(tx: &mut Tx, used_by: Uuid) -> Outcome<()> {
    Ok(uses::delete(tx, used_by).await?)
}

/// It is over, or called off: the venue is not needed any more, but its plan still tells who had which seat.
pub async fn end_use(tx: &mut Tx, used_by: Uuid) -> Outcome<()> {
    let now = tx.now();
    Ok(uses::set_until(tx, used_by, now).await?)
}

/// Every seat of a version.
pub async fn plan_of(tx: &mut Tx, plan_id: PlanId) -> Outcome<Option<Plan>> {
    Ok(plans::find(tx, plan_id).await?.map(|saved| saved.plan))
}

/// Whose plan it is and what its sections are, for those who do not need every seat.
pub async fn sections_of(tx: &mut Tx, plan_id: PlanId) -> Outcome<Option<(VenueId, Vec<SectionFacts>)>> {
    Ok(plans::find_sections(tx, plan_id).await?)
}
