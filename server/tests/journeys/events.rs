//! E1 to E6: everything about events, as programs do it.

mod agenda;
mod calendars;
mod catalogue_page;
mod categories;
mod changing;
mod finding;
mod organizing;
mod pages;
mod picture;
mod quotas;
mod series;
mod sitemap;
mod starting;
mod steps;
mod tickets;
