//! The mailbox of the embedded mode: every mail as it would have looked.

pub mod api;
#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::MailboxPage;
