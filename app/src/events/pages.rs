mod agenda;
mod card;
mod categories;
mod choices;
mod code;
mod event;
mod events;
mod found;
mod month;
mod organize;
mod other_dates;
mod search;
mod search_form;
mod tickets;
mod unfound;
mod words;

pub use card::{EventCard, EventLine};
pub use categories::CategoriesPage;
pub use choices::days_words;
pub use event::EventPage;
pub use events::EventsPage;
pub use organize::{
    AgendaFormPage, EventEditPage, EventNewPage, FollowingPage, ManageEventPage, MyEventsPage, QuotaFormPage,
    RepeatPage, TicketFormPage,
};
