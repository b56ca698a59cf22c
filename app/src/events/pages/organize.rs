//! What those who put on events work with.

mod agenda_form;
mod dates_part;
mod event_fields;
mod event_form;
mod following_form;
mod go_live;
mod manage;
mod manage_parts;
mod my_events;
mod quota_form;
mod quotas_part;
mod repeat_fields;
mod repeat_form;
mod repeat_preview;
mod ticket_form;

pub use agenda_form::AgendaFormPage;
pub use event_form::{EventEditPage, EventNewPage};
pub use following_form::FollowingPage;
pub use manage::ManageEventPage;
pub use my_events::MyEventsPage;
pub use quota_form::QuotaFormPage;
pub use repeat_form::RepeatPage;
pub use ticket_form::TicketFormPage;
