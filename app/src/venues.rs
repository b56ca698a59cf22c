//! Venues: the list, a venue with its plan, and what those who look after it need.

pub mod api;
pub mod api_views;
#[cfg(feature = "ssr")]
pub mod pages;
