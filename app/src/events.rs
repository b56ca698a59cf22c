//! Events: what is on, an event's own page, and what those who put it on need.

pub mod api;
pub mod api_views;
#[cfg(feature = "ssr")]
pub mod pages;
