mod agenda;
mod card;
mod code;
mod event;
mod events;
mod found;
mod organize;
mod search;
mod tickets;
mod words;

pub use event::EventPage;
pub use events::EventsPage;
pub use organize::{AgendaFormPage, EventEditPage, EventNewPage, ManageEventPage, MyEventsPage, TicketFormPage};
