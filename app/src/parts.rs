//! Parts that pages and islands are both drawn with.

pub mod icon;
pub mod tick;
