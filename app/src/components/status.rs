//! Telling the browser, and everybody who links here, what kind of page this is.

#[cfg(not(feature = "ssr"))]
mod in_browser;
#[cfg(feature = "ssr")]
mod on_server;

#[cfg(not(feature = "ssr"))]
pub use in_browser::set_status;
#[cfg(feature = "ssr")]
pub use on_server::set_status;
