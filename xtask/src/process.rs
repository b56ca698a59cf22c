//! Starting other programs so that none of them ever outlives us.

pub mod command;
pub mod interrupt;
pub mod lookup;
pub mod orphans;
pub mod run;
pub mod running;
