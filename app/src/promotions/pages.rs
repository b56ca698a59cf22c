mod promotion_form;
mod promotions;

pub use promotion_form::PromotionFormPage;
pub use promotions::PromotionsPage;
