//! What those who put on events work with.

mod agenda_form;
mod event_fields;
mod event_form;
mod manage;
mod manage_parts;
mod my_events;
mod ticket_form;

pub use agenda_form::AgendaFormPage;
pub use event_form::{EventEditPage, EventNewPage};
pub use manage::ManageEventPage;
pub use my_events::MyEventsPage;
pub use ticket_form::TicketFormPage;
