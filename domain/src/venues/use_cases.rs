//! What may be done with venues: one file each.

mod create_venue;
mod delete_venue;
mod edit_venue;
mod keep_for;
mod list_plan_versions;
mod list_venues;
mod meet_venue;
mod save_plan;
mod see_plan;
mod see_venue;
mod serve_events;
mod set_plan_background;

pub use create_venue::create_venue;
pub use delete_venue::delete_venue;
pub use edit_venue::edit_venue;
pub use list_plan_versions::list_plan_versions;
pub use list_venues::{VenueQuery, list_venues};
pub use save_plan::save_plan;
pub use see_plan::{WhichPlan, see_plan};
pub use see_venue::see_venue;
pub use serve_events::{HeldVenue, Place, end_use, free_place, hold_venue, plan_of, sections_of, take_place};
pub use set_plan_background::set_plan_background;
