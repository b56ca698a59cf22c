//! Events: what is put on, when and where, of which kind, and for whom.

mod category;
mod views;

pub use category::{
    CATEGORIES_MAX, CATEGORY_NAME_MAX_CHARS, CATEGORY_NAME_MIN_CHARS, CategoryEdit, parse_category_name,
};
pub use views::Category;

#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod use_cases;
#[cfg(feature = "server")]
pub use use_cases::*;
