//! Those who run an event give out a code for it, or an admin one for all events.

use super::look_after::{hold_place, show_promotion};
use super::parse_terms::{TAKES_NOTHING, check_terms, parse_terms};
use crate::accounts::Caller;
use crate::edit::Edit;
use crate::events::EventOnSale;
use crate::ids::{EventId, PromotionId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::promotions::store::promotions::{self, NewPromotion};
use crate::promotions::{PROMOTIONS_MAX, Promotion, PromotionDraft, PromotionTerms};
use crate::refusal::{Problems, PromotionRefusal};
use crate::store::Tx;

/// Takes a code and what it takes off at least.
pub async fn create_promotion(platform: &Platform, caller: Caller, draft: PromotionDraft) -> Outcome<Promotion> {
    let mut problems = Problems::default();
    if draft.terms.code.is_none() {
        problems.check::<()>("code", Err("Enter a code.".into()));
    }
    if !matches!((&draft.terms.percent_off, &draft.terms.amount_off), (Edit::Set(_), _) | (_, Edit::Set(_))) {
        problems.check::<()>("percent_off", Err(TAKES_NOTHING.into()));
    }
    let terms = parse_terms(problems, draft.terms)?.of_new()?;
    platform
        .change((caller, draft.event_id, terms), |tx, (caller, event_id, terms)| {
            Box::pin(create(tx, *caller, *event_id, terms))
        })
        .await
}

async fn create(tx: &mut Tx, caller: Caller, event_id: Option<EventId>, terms: &PromotionTerms) -> Outcome<Promotion> {
    let event = hold_place(tx, caller, event_id).await?;
    event.as_ref().map_or(Ok(()), EventOnSale::must_not_be_over)?;
    check_terms(terms, event.as_ref(), &[])?;
    if promotions::count(tx, event_id).await? >= PROMOTIONS_MAX {
        return Err(PromotionRefusal::TooMany.into());
    }
    let (promotion_id, created_by): (PromotionId, _) = (tx.new_id(), caller.user_id);
    let new = NewPromotion { promotion_id, event_id, created_by, terms };
    if !promotions::insert(tx, &new).await? {
        return Err(PromotionRefusal::CodeTaken.into());
    }
    journal::record(tx, Some(created_by), Message::PromotionCreated { promotion_id, event_id }).await?;
    show_promotion(tx, promotion_id).await
}
