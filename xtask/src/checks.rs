//! What `cargo xtask test` is made of.

pub mod browser;
pub mod lints;
pub mod plan;
pub mod report;
pub mod rust_tests;
pub mod tally;
pub mod wasm_tree;
