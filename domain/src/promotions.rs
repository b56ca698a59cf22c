//! Promotions: codes that take something off what tickets cost, for one event or for all of them.

mod applying;
mod code;
mod discount;
mod promotion;
mod views;

pub use applying::{Order, PromotionState};
pub use code::{CODE_MAX_CHARS, CODE_MIN_CHARS, PromoCode};
pub use discount::{Discount, Line, Taken, take_off};
pub use promotion::{
    MAX_USES_MAX, MIN_TICKETS_MAX, PROMOTIONS_MAX, PromotionDraft, PromotionEdit, PromotionTerms, parse_percent,
};
pub use views::{CodeCheck, LoweredTicket, Promotion};

#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod use_cases;
#[cfg(feature = "server")]
pub use use_cases::*;
