//! What whoever books asks of promotions, inside their own transaction.

use crate::ids::PromotionId;
use crate::outcome::Outcome;
use crate::promotions::store::promotions;
use crate::store::Tx;

/// Counts one use. False when none was left, or the code does not hold any more: then nothing was counted.
pub async fn use_promotion(tx: &mut Tx, promotion_id: PromotionId) -> Outcome<bool> {
    Ok(promotions::take_use(tx, promotion_id).await?)
}
