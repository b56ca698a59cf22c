//! Journeys through the whole router, on both databases: what a program, a browser and a form without JavaScript
//! are answered. Nothing here sleeps: the clock is turned by hand, and messages are handled when a journey says so.
//!
//! `cargo test -p server --test journeys -- --skip postgres::` leaves PostgreSQL out.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should fail")]

#[macro_use]
mod support;

mod accounts;
mod authorization;
mod bad_input;
mod clubs;
mod connections;
mod cross_site;
mod events;
mod idempotency;
mod limits;
mod openapi;
mod pages;
mod promotions;
mod pushes;
mod tidy;
mod two_editors;
mod venues;
