//! Clubs: the list, a club's own page, and what its officers need.

pub mod api;
pub mod api_views;
#[cfg(feature = "ssr")]
pub mod pages;
