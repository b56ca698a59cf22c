//! Pages about people: the door, one's settings, other people, and the admins' list.

pub mod api;
pub mod api_views;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod pages;
