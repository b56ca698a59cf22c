//! The programs we need from elsewhere, fetched or installed when they are missing.

pub mod cargo;
pub mod cargo_deny;
pub mod debian;
pub mod node;
pub mod wasm_target;
