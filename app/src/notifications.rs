//! Notices inside the product.

pub mod api;

mod notifications_page;

pub use notifications_page::{NotificationsPage, RecentNotices, load_notices};
