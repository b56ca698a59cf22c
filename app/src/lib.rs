//! What people see, compiled twice: for the server, which draws every page whole, and for the browser, which wakes
//! it up. Pages stand beside their server functions, one folder per slice of the business.

pub mod accounts;
pub mod api_error;
pub mod components;
pub mod home;
pub mod mailbox;
pub mod notifications;
pub mod root;
pub mod site;

#[cfg(feature = "ssr")]
pub mod caller;
#[cfg(feature = "ssr")]
pub mod shell;

pub use root::App;
