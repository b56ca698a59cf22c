//! E1 to E6: everything about events, as programs do it.

mod agenda;
mod calendars;
mod categories;
mod changing;
mod finding;
mod pages;
mod picture;
mod quotas;
mod series;
mod sitemap;
mod starting;
mod steps;
mod tickets;
