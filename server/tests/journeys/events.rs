//! E1 to E6: everything about events, as programs do it.

mod categories;
