//! The private world the tests run in: a PostgreSQL cluster, a RabbitMQ node and a Foyer of their own,
//! on free ports, in one temporary folder. Nothing of it outlives us, however we end.

pub mod database;
pub mod folder;
pub mod foyer;
pub mod janitor;
mod ports;
mod probe;
pub mod programs;
pub mod rabbit;
