//! Venues: where things are put on, and how the seats there are arranged.

mod plan;
mod standing;
mod venue;
mod views;

pub use plan::*;
pub use standing::Standing;
pub use venue::{
    ADDRESS_MAX_CHARS, VENUE_CITY_MAX_CHARS, VENUE_NAME_MAX_CHARS, VENUE_NAME_MIN_CHARS, VenueDraft, VenueEdit,
    parse_address, parse_venue_city, parse_venue_name,
};
pub use views::{PlanFacts, PlanVersion, SavedPlan, Venue};

#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod use_cases;
#[cfg(feature = "server")]
pub use use_cases::*;
