//! Promotions: what those who give out codes work with.

pub mod api;
pub mod api_views;
#[cfg(feature = "ssr")]
pub mod pages;
