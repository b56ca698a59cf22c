//! Reading the seat plan of a venue: the newest version, or a certain one.

use super::meet_venue::meet_venue;
use crate::ids::{PlanId, VenueId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::venues::SavedPlan;
use crate::venues::store::plans;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhichPlan {
    /// As they are counted at the venue.
    pub version: Option<i64>,
    /// As an event names it.
    pub plan_id: Option<PlanId>,
}

/// Everybody sees every version: somebody may hold a ticket by it.
pub async fn see_plan(platform: &Platform, venue_id: VenueId, which: WhichPlan) -> Outcome<SavedPlan> {
    let mut tx = platform.read().await?;
    let (venue, _) = meet_venue(&mut tx, None, venue_id).await?;
    let found = match which.plan_id {
        Some(plan_id) => plans::find(&mut tx, plan_id).await?,
        None => plans::find_version(&mut tx, venue_id, which.version.unwrap_or(venue.plan_number)).await?,
    };
    let asked_for = |plan: &SavedPlan| {
        plan.venue_id == venue_id && which.version.is_none_or(|version| version == plan.facts.version)
    };
    Ok(found.filter(asked_for).ok_or(Refusal::NotFound)?)
}
