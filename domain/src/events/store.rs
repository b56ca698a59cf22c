//! All the SQL of the events slice, by table.

pub(super) mod categories;
