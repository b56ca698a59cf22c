mod drawing;
mod plan;
mod venue;
mod venue_form;
mod venues;
mod words;

pub use plan::PlanPage;
pub use venue::VenuePage;
pub use venue_form::{VenueEditPage, VenueNewPage};
pub use venues::VenuesPage;
