//! One promotion, to those who look after it.

use super::look_after::{must_look_after, show_promotion};
use crate::accounts::Caller;
use crate::ids::PromotionId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::promotions::Promotion;

pub async fn see_promotion(platform: &Platform, caller: Caller, promotion_id: PromotionId) -> Outcome<Promotion> {
    let mut tx = platform.read().await?;
    let promotion = show_promotion(&mut tx, promotion_id).await?;
    must_look_after(&mut tx, caller, promotion.event_id).await?;
    Ok(promotion)
}
