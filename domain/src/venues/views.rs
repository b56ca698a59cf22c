//! Venues and their plans as they are shown.

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use crate::ids::{ClubId, PlanId, VenueId};
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    pub id: VenueId,
    pub name: String,
    pub address: String,
    pub city: String,
    pub time_zone: String,
    pub club_id: Option<ClubId>,
    pub club_name: Option<String>,
    /// The newest version of its plan; nothing before one was drawn.
    pub plan: Option<PlanFacts>,
    pub created_at: Timestamp,
    /// Whether the one who asks may change it.
    pub looks_after_it: bool,
    pub version: i64,
}

/// What one knows of a plan without looking at every seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFacts {
    pub id: PlanId,
    /// Counted from one for each venue.
    pub version: i64,
    pub seats: i32,
    pub standing: i32,
}

impl PlanFacts {
    /// Everybody who fits in.
    pub fn places(&self) -> i32 {
        self.seats.saturating_add(self.standing)
    }
}

/// A version of a plan in the list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanVersion {
    pub facts: PlanFacts,
    pub created_at: Timestamp,
    /// How many events have taken place or will by this version.
    pub uses: i64,
}

/// A plan as it is kept, with every seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPlan {
    pub venue_id: VenueId,
    pub facts: PlanFacts,
    pub created_at: Timestamp,
    pub plan: Plan,
}
