//! Notices inside the product, and the browsers that show them.

pub mod api;
#[cfg(feature = "ssr")]
mod devices;
#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use devices::BrowsersPage;
#[cfg(feature = "ssr")]
pub use page::{NotificationsPage, RecentNotices, load_notices};
