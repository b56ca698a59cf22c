//! The processes of Foyer: wiring only. What is true and what may be done stands in `domain`, what people see in `app`.

pub mod demo;
pub mod messaging;
pub mod notifier;
pub mod push;
pub mod rest;
pub mod settings;
pub mod startup;
pub mod telemetry;
pub mod web;
