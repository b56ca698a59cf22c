//! E1 to E6: everything about events, as programs do it.

mod agenda;
mod categories;
mod changing;
mod starting;
mod steps;
mod tickets;
