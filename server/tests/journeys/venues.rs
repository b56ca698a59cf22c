//! E5: venues and their seat plans, as programs work with them.

mod at_events;
mod backgrounds;
mod demo;
mod looking_after;
mod many_seats;
mod plans;
