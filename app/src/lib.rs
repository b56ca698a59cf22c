//! What people see. Pages are drawn whole by the server and are complete as they are: links and forms. What moves on
//! them — a switch, a counter, a seat map — is an island, compiled a second time for the browser and woken up there.
//! Pages stand beside their server functions, one folder per slice of the business.

pub mod api_error;
pub mod islands;
pub mod parts;

// The slices: their server functions, which islands may call, and their pages.
pub mod accounts;
pub mod clubs;
pub mod events;
pub mod mailbox;
pub mod notifications;
pub mod promotions;
pub mod venues;

#[cfg(feature = "ssr")]
pub mod caller;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod reader;
#[cfg(feature = "ssr")]
pub mod root;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod site;
