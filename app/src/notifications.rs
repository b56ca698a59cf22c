//! Notices inside the product.

pub mod api;
#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::{NotificationsPage, RecentNotices, load_notices};
