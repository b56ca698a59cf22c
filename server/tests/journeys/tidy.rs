//! House rules a machine can check. Each failure says the rule.

mod contrast;
mod places;
mod shape;
mod sources;
mod words;
