//! The title in the tab may carry what somebody typed. Leptos writes it into the document as it is, so here it is
//! escaped; the browser sets it as text, where it must not be.

#[cfg(not(feature = "ssr"))]
mod in_browser;
#[cfg(feature = "ssr")]
mod on_server;

#[cfg(not(feature = "ssr"))]
pub use in_browser::as_title;
#[cfg(feature = "ssr")]
pub use on_server::as_title;
