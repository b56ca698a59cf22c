//! Who looks after promotions: whoever runs the event for its codes, admins for those that hold everywhere.

use crate::accounts::{Caller, Role};
use crate::events::{EventOnSale, Standing, hold_event_on_sale, meet_event_on_sale};
use crate::ids::{EventId, PromotionId};
use crate::outcome::Outcome;
use crate::promotions::Promotion;
use crate::promotions::store::promotions::{self, PromotionRow};
use crate::refusal::Refusal;
use crate::store::Tx;

/// For those who read them.
pub async fn must_look_after(tx: &mut Tx, caller: Caller, event_id: Option<EventId>) -> Outcome<()> {
    match event_id {
        Some(event_id) => meet_event_on_sale(tx, Some(caller), event_id).await?.standing.must(Standing::runs_it)?,
        None => caller.must(Role::can_manage_promotions)?,
    }
    Ok(())
}

/// For those who change them: the event, which nobody else changes meanwhile, if it is about one.
pub async fn hold_place(tx: &mut Tx, caller: Caller, event_id: Option<EventId>) -> Outcome<Option<EventOnSale>> {
    match event_id {
        Some(event_id) => Ok(Some(hold_event_on_sale(tx, caller, event_id).await?)),
        None => {
            caller.must(Role::can_manage_promotions)?;
            Ok(None)
        }
    }
}

/// A promotion together with the event it is for. It is read again once the event is held.
pub async fn hold_promotion(
    tx: &mut Tx,
    caller: Caller,
    promotion_id: PromotionId,
) -> Outcome<(PromotionRow, Option<EventOnSale>)> {
    let seen = promotions::find(tx, promotion_id).await?.ok_or(Refusal::NotFound)?;
    let event = hold_place(tx, caller, seen.event_id).await?;
    let held = promotions::find(tx, promotion_id).await?.ok_or(Refusal::NotFound)?;
    Ok((held, event))
}

/// As it is now.
pub async fn show_promotion(tx: &mut Tx, promotion_id: PromotionId) -> Outcome<Promotion> {
    let row = promotions::find(tx, promotion_id).await?.ok_or(Refusal::NotFound)?;
    let now = tx.now();
    Ok(row.into_view(now))
}
