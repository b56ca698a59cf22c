//! One file per command.

pub mod bench;
pub mod build;
pub mod dev;
pub mod launch;
pub mod seed;
pub mod serve;
pub mod test;
