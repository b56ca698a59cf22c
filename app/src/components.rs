//! Things with no opinions: every page is put together from these.

pub mod avatar;
pub mod button;
pub mod callout;
pub mod checklist;
pub mod code;
pub mod data;
pub mod dialog;
pub mod error_page;
pub mod field;
pub mod form;
pub mod guard;
pub mod money;
pub mod page;
pub mod pagination;
pub mod picture_form;
pub mod poster;
pub mod state;
pub mod status;
pub mod table;
pub mod ticks;
pub mod time;
pub mod title;
pub mod toast;
pub mod top_bar;
pub mod version;
