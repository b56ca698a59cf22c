//! All the SQL of the promotions slice.

pub(super) mod promotions;
