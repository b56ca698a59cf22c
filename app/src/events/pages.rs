mod agenda;
mod card;
mod event;
mod events;
mod found;
mod search;
mod tickets;

pub use event::EventPage;
pub use events::EventsPage;
