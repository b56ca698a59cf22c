//! What the API gives of venues.

use domain::venues::{PlanFacts, PlanVersion, Venue};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Where things are put on.
#[derive(Debug, Serialize, ToSchema)]
pub struct VenueView {
    pub id: Uuid,
    #[schema(example = "Old Gym Theatre")]
    pub name: String,
    #[schema(example = "Schillerstraße 12")]
    pub address: String,
    #[schema(example = "Leipzig")]
    pub city: String,
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
    pub club_id: Option<Uuid>,
    #[schema(example = "Student Theatre")]
    pub club_name: Option<String>,
    /// The newest version of its seat plan; null before one was drawn.
    pub plan: Option<PlanFactsView>,
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Whether the one who asks may change it.
    pub can_manage: bool,
    /// Send it back with an edit to be told when somebody else edited in between.
    pub version: i64,
}

impl From<Venue> for VenueView {
    fn from(venue: Venue) -> Self {
        Self {
            id: venue.id.0,
            name: venue.name,
            address: venue.address,
            city: venue.city,
            time_zone: venue.time_zone,
            club_id: venue.club_id.map(|id| id.0),
            club_name: venue.club_name,
            plan: venue.plan.map(PlanFactsView::from),
            created_at: venue.created_at.to_string(),
            can_manage: venue.looks_after_it,
            version: venue.version,
        }
    }
}

/// A seat plan without its seats.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanFactsView {
    pub id: Uuid,
    /// Counted from one for each venue.
    #[schema(example = 3)]
    pub version: i64,
    #[schema(example = 412)]
    pub seats: i32,
    /// Places to stand.
    #[schema(example = 80)]
    pub standing: i32,
    /// Both together.
    #[schema(example = 492)]
    pub capacity: i32,
}

impl From<PlanFacts> for PlanFactsView {
    fn from(facts: PlanFacts) -> Self {
        let capacity = facts.places();
        Self { id: facts.id.0, version: facts.version, seats: facts.seats, standing: facts.standing, capacity }
    }
}

/// A version of a seat plan in the list of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanVersionView {
    #[serde(flatten)]
    pub facts: PlanFactsView,
    #[schema(format = DateTime)]
    pub created_at: String,
    /// How many events have taken place or will by this version. One that nothing uses is forgotten some time.
    #[schema(example = 2)]
    pub events: i64,
}

impl From<PlanVersion> for PlanVersionView {
    fn from(version: PlanVersion) -> Self {
        Self { facts: version.facts.into(), created_at: version.created_at.to_string(), events: version.uses }
    }
}

/// A picture to draw a plan upon.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanBackgroundView {
    /// What a plan names it by, in `background.picture_id`.
    pub picture_id: Uuid,
    pub picture_url: String,
}
