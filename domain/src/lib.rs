//! The business of Foyer: what is true and what may be done. Read in this order.
//!
//! Without the feature `server` this crate does no I/O: it is vocabulary, parsing and rules, and the browser
//! shares it. With `server` it gains the use cases (one file each, named with a verb) and the storage below them.

// The words everything is written with.
pub mod edit;
pub mod ids;
pub mod money;
pub mod page;
pub mod text;
pub mod time;

// What the platform says: every "no", and everything that happened.
pub mod message;
pub mod refusal;

// The slices.
pub mod accounts;
pub mod clubs;
pub mod events;
pub mod notifications;
pub mod payments;
pub mod pictures;
pub mod promotions;
pub mod venues;

// What the use cases stand on.
#[cfg(feature = "server")]
pub mod idempotency;
#[cfg(feature = "server")]
pub mod journal;
#[cfg(feature = "server")]
pub mod outcome;
#[cfg(feature = "server")]
pub mod platform;
#[cfg(feature = "server")]
pub mod store;
