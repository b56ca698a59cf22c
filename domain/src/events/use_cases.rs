//! What may be done with events: one file each.

mod create_category;
mod delete_category;
mod edit_category;
mod list_categories;

pub use create_category::create_category;
pub use delete_category::delete_category;
pub use edit_category::edit_category;
pub use list_categories::list_categories;
