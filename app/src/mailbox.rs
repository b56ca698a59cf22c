//! The mailbox of the embedded mode: every mail as it would have looked.

pub mod api;

mod mailbox_page;

pub use mailbox_page::MailboxPage;
