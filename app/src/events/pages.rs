mod agenda;
mod card;
mod event;
mod events;
mod found;
mod organize;
mod other_dates;
mod search;
mod tickets;
mod words;

pub use event::EventPage;
pub use events::EventsPage;
pub use organize::{
    AgendaFormPage, EventEditPage, EventNewPage, FollowingPage, ManageEventPage, MyEventsPage, RepeatPage,
    TicketFormPage,
};
