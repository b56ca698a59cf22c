//! What may be done with promotions: one file each.

mod check_code;
mod create_promotion;
mod delete_promotion;
mod edit_promotion;
mod limit_guesses;
mod list_promotions;
mod look_after;
mod parse_terms;
mod see_promotion;
mod serve_bookings;

pub use check_code::check_code;
pub use create_promotion::create_promotion;
pub use delete_promotion::delete_promotion;
pub use edit_promotion::edit_promotion;
pub use limit_guesses::WRONG_CODES;
pub use list_promotions::{PromotionQuery, list_promotions};
pub use see_promotion::see_promotion;
pub use serve_bookings::use_promotion;
