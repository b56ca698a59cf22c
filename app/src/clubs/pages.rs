mod card;
mod club;
mod club_form;
mod clubs;
mod events;
mod join;
mod members;
mod post_form;
mod posts;
mod words;

pub use club::ClubPage;
pub use club_form::{ClubEditPage, ClubFoundPage};
pub use clubs::ClubsPage;
pub use members::MembersPage;
pub use post_form::{PostEditPage, PostNewPage};
