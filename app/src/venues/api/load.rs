//! What a whole page needs, gathered from several use cases.

use domain::accounts::Caller;
use domain::clubs::{self, ClubQuery, ClubRole, ClubStatus};
use domain::ids::{ClubId, VenueId};
use domain::platform::Platform;
use domain::refusal::{FieldProblem, Refusal};
use domain::time::known_zones;
use domain::venues::{self, SavedPlan, Venue, VenueQuery, WhichPlan};

use crate::api_error::ApiError;
use crate::caller::id_in_address;
use crate::reader::Reader;
use crate::venues::api_views::{PlanEditorShown, VenueFormShown, VenuePageShown, VenuesShown, show};

const VENUES_PER_PAGE: i64 = 30;
/// Nobody runs more clubs than a page of them.
const CLUBS_OFFERED: i64 = 100;

/// Nothing chosen is nobody's club: the venue is for everybody.
pub fn chosen_club(text: &str) -> Result<Option<ClubId>, ApiError> {
    if text.is_empty() {
        return Ok(None);
    }
    let club_id = text.parse().map_err(|_| FieldProblem::refuse("club_id", "There is no such club."))?;
    Ok(Some(club_id))
}

pub async fn venues(platform: &Platform, caller: Option<Caller>, query: VenueQuery) -> Result<VenuesShown, ApiError> {
    let page = venues::list_venues(platform, caller, VenueQuery { limit: Some(VENUES_PER_PAGE), ..query }).await?;
    let may_add = match caller {
        Some(caller) => may_add(platform, caller).await?,
        None => false,
    };
    Ok(VenuesShown {
        venues: page.items,
        next_cursor: page.next_cursor,
        total: page.total,
        signed_in: caller.is_some(),
        may_add,
    })
}

async fn may_add(platform: &Platform, caller: Caller) -> Result<bool, ApiError> {
    Ok(caller.role.can_add_venues() || !clubs_run_by(platform, caller).await?.is_empty())
}

pub async fn venue_page(
    platform: &Platform,
    caller: Option<Caller>,
    venue_id: VenueId,
    version: Option<i64>,
) -> Result<VenuePageShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let venue = venues::see_venue(platform, caller, venue_id).await?;
    let plan = plan_of(platform, &venue, version).await?;
    let versions = match caller.filter(|_| venue.looks_after_it) {
        Some(caller) => venues::list_plan_versions(platform, caller, venue_id).await?.items,
        None => Vec::new(),
    };
    Ok(VenuePageShown {
        plan: plan.map(|plan| show::plan(plan, &reader)),
        versions: versions.into_iter().map(|version| show::version(version, &reader)).collect(),
        venue,
    })
}

async fn plan_of(platform: &Platform, venue: &Venue, version: Option<i64>) -> Result<Option<SavedPlan>, ApiError> {
    if venue.plan.is_none() && version.is_none() {
        return Ok(None);
    }
    let which = WhichPlan { version, plan_id: None };
    Ok(Some(venues::see_plan(platform, venue.id, which).await?))
}

pub async fn venue_form(platform: &Platform, caller: Caller, venue_id: &str) -> Result<VenueFormShown, ApiError> {
    let clubs = clubs_run_by(platform, caller).await?;
    let venue = if venue_id.is_empty() {
        if !caller.role.can_add_venues() && clubs.is_empty() {
            return Err(Refusal::NotAllowed.into());
        }
        None
    } else {
        Some(looked_after(platform, caller, id_in_address(venue_id)?).await?)
    };
    let time_zone = Reader::of(platform, Some(caller)).await?.home().unwrap_or("UTC").to_owned();
    Ok(VenueFormShown {
        venue,
        clubs,
        for_everybody: caller.role.can_add_venues(),
        time_zone,
        time_zones: known_zones(),
    })
}

pub async fn plan_editor(platform: &Platform, caller: Caller, venue_id: VenueId) -> Result<PlanEditorShown, ApiError> {
    let venue = looked_after(platform, caller, venue_id).await?;
    let reader = Reader::of(platform, Some(caller)).await?;
    let plan = plan_of(platform, &venue, None).await?.map(|plan| show::plan(plan, &reader));
    Ok(PlanEditorShown { venue, plan })
}

async fn looked_after(platform: &Platform, caller: Caller, venue_id: VenueId) -> Result<Venue, ApiError> {
    let venue = venues::see_venue(platform, Some(caller), venue_id).await?;
    if venue.looks_after_it { Ok(venue) } else { Err(Refusal::NotAllowed.into()) }
}

/// Those somebody may add a venue for.
async fn clubs_run_by(platform: &Platform, caller: Caller) -> Result<Vec<(ClubId, String)>, ApiError> {
    let query = ClubQuery { mine: true, limit: Some(CLUBS_OFFERED), ..ClubQuery::default() };
    let page = clubs::list_clubs(platform, Some(caller), query).await?;
    let run = |role: Option<ClubRole>| role.is_some_and(ClubRole::runs_the_club);
    let clubs = page.items.into_iter().filter(|club| run(club.my_role) && club.status == ClubStatus::Approved);
    Ok(clubs.map(|club| (club.id, club.name)).collect())
}
