mod agenda;
mod card;
mod categories;
mod choices;
mod event;
mod events;
mod found;
mod month;
mod organize;
mod search;
mod tickets;
mod words;

pub use card::{EventCard, EventLine};
pub use categories::CategoriesPage;
pub use choices::days_words;
pub use event::EventPage;
pub use events::EventsPage;
pub use organize::{AgendaFormPage, EventEditPage, EventNewPage, ManageEventPage, MyEventsPage, TicketFormPage};
