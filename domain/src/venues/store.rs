//! All the SQL of the venues slice, by table.

pub(super) mod backgrounds;
pub(super) mod plans;
pub(super) mod uses;
pub(super) mod venues;
