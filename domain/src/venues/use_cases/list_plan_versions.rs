//! The versions of a plan, for those who look after the venue.

use super::meet_venue::meet_venue;
use crate::accounts::Caller;
use crate::ids::VenueId;
use crate::outcome::Outcome;
use crate::page::{PAGE_SIZE_MAX, Page};
use crate::platform::Platform;
use crate::venues::PlanVersion;
use crate::venues::store::plans;

/// The newest of them are one page: older ones are only there for events of long ago.
pub async fn list_plan_versions(platform: &Platform, caller: Caller, venue_id: VenueId) -> Outcome<Page<PlanVersion>> {
    let mut tx = platform.read().await?;
    let (_, standing) = meet_venue(&mut tx, Some(caller), venue_id).await?;
    standing.must_look_after_it()?;
    let items = plans::list_versions(&mut tx, venue_id, i64::from(PAGE_SIZE_MAX)).await?;
    let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
    Ok(Page { items, next_cursor: None, total })
}
