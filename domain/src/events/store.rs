//! All the SQL of the events slice, by table.

pub(super) mod categories;
pub(super) mod clock;
pub(super) mod events;
pub(super) mod listed;
pub(super) mod listings;
pub(super) mod public;
pub(super) mod series;
pub(super) mod sessions;
pub(super) mod shared_quotas;
pub(super) mod ticket_types;
