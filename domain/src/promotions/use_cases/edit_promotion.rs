//! Those who look after a promotion change it, or pause it. What people were promised stays once somebody used it.

use super::look_after::{hold_promotion, show_promotion};
use super::parse_terms::{ParsedTerms, check_terms, parse_terms};
use crate::accounts::Caller;
use crate::ids::PromotionId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::promotions::store::promotions::{self, PromotionRow};
use crate::promotions::{Promotion, PromotionEdit, PromotionTerms};
use crate::refusal::{FieldProblem, Problems, PromotionRefusal, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    promotion_id: PromotionId,
    parsed: ParsedTerms,
}

pub async fn edit_promotion(
    platform: &Platform,
    caller: Caller,
    promotion_id: PromotionId,
    edit: PromotionEdit,
) -> Outcome<Promotion> {
    let parsed = parse_terms(Problems::default(), edit)?;
    let edit = ParsedEdit { caller, promotion_id, parsed };
    platform.change(edit, |tx, edit| Box::pin(apply(tx, edit))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<Promotion> {
    let ParsedEdit { caller, promotion_id, ref parsed } = *edit;
    let (before, event) = hold_promotion(tx, caller, promotion_id).await?;
    if parsed.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let terms = parsed.over(&before.terms)?;
    check_terms(&terms, event.as_ref(), &before.terms.only_for)?;
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if terms != before.terms {
        if !promotions::update(tx, &before, &terms).await? {
            return Err(why_not(tx, &before, &terms).await?.into());
        }
        let updated = Message::PromotionUpdated { promotion_id, event_id: before.event_id };
        journal::record(tx, Some(caller.user_id), updated).await?;
    }
    show_promotion(tx, promotion_id).await
}

/// One statement decided; this finds out what it saw.
async fn why_not(tx: &mut Tx, before: &PromotionRow, terms: &PromotionTerms) -> Outcome<Refusal> {
    let now = promotions::find(tx, before.promotion_id).await?.ok_or(Refusal::NotFound)?;
    Ok(if now.version != before.version {
        Refusal::EditedMeanwhile
    } else if now.uses > 0 && !terms.promises_the_same(&now.terms) {
        PromotionRefusal::Fixed { uses: now.uses }.into()
    } else if terms.max_uses.is_some_and(|most| most < now.uses) {
        FieldProblem::refuse("max_uses", format!("It was used {} times already. Choose no fewer.", now.uses))
    } else {
        PromotionRefusal::CodeTaken.into()
    })
}
