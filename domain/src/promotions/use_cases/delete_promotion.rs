//! Those who look after a promotion take back a code nobody used. One that was used is paused instead.

use super::look_after::hold_promotion;
use crate::accounts::Caller;
use crate::ids::PromotionId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::promotions::store::promotions;
use crate::refusal::{PromotionRefusal, Refusal};
use crate::store::Tx;

pub async fn delete_promotion(platform: &Platform, caller: Caller, promotion_id: PromotionId) -> Outcome<()> {
    platform
        .change((caller, promotion_id), |tx, (caller, promotion_id)| Box::pin(delete(tx, *caller, *promotion_id)))
        .await
}

async fn delete(tx: &mut Tx, caller: Caller, promotion_id: PromotionId) -> Outcome<()> {
    let (before, _) = hold_promotion(tx, caller, promotion_id).await?;
    if !promotions::delete(tx, promotion_id).await? {
        let now = promotions::find(tx, promotion_id).await?.ok_or(Refusal::NotFound)?;
        return Err(PromotionRefusal::Used { uses: now.uses }.into());
    }
    let deleted = Message::PromotionDeleted { promotion_id, event_id: before.event_id };
    journal::record(tx, Some(caller.user_id), deleted).await?;
    Ok(())
}
