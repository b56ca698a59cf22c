//! The server functions of the promotions' pages: find who asks, call a use case, answer.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use domain::ids::PromotionId;
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::promotions::api_views::{PromotionFormShown, PromotionsShown};

#[cfg(feature = "ssr")]
mod load;
#[cfg(feature = "ssr")]
mod typed;

#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, platform};
#[cfg(feature = "ssr")]
use domain::promotions as use_cases;

/// The codes of an event; without one, those that hold at every event.
#[server(prefix = "/api/fn", endpoint = "promotions/list_promotions")]
pub async fn list_promotions(
    #[server(default)] event_id: String,
    #[server(default)] cursor: String,
) -> Result<PromotionsShown, ApiError> {
    load::promotions(&platform()?, caller()?, &event_id, cursor).await
}

/// A code to edit; without one, where it would hold.
#[server(prefix = "/api/fn", endpoint = "promotions/load_promotion_form")]
pub async fn load_promotion_form(
    #[server(default)] event_id: String,
    #[server(default)] promotion_id: String,
) -> Result<PromotionFormShown, ApiError> {
    load::promotion_form(&platform()?, caller()?, &event_id, &promotion_id).await
}

/// Makes one, or changes the one that is named. `off` is in `unit`: percents, or a currency. Of one that was used neither
/// of them is sent, nor the code. Times are as the clocks of the zone say them.
#[server(prefix = "/api/fn", endpoint = "promotions/save_promotion")]
pub async fn save_promotion(
    time_zone: String,
    #[server(default)] event_id: String,
    #[server(default)] promotion_id: String,
    #[server(default)] version: Option<i64>,
    #[server(default)] code: String,
    #[server(default)] off: String,
    #[server(default)] unit: String,
    #[server(default)] tickets: Vec<String>,
    #[server(default)] min_tickets: String,
    #[server(default)] max_uses: String,
    #[server(default)] max_uses_per_person: String,
    #[server(default)] starts_at: String,
    #[server(default)] ends_at: String,
    #[server(default)] was_starts_at: String,
    #[server(default)] was_ends_at: String,
) -> Result<String, ApiError> {
    use crate::events::api::typed::{choice, edit, number, ticked};
    let (platform, caller) = (platform()?, caller()?);
    let (percent_off, amount_off) = typed::off(&off, &unit)?;
    let existing = choice("promotion_id", &promotion_id)?;
    let asked = if existing.is_some() { !unit.is_empty() } else { !code.is_empty() };
    let terms = use_cases::PromotionEdit {
        code: asked.then_some(code),
        percent_off,
        amount_off,
        ticket_type_ids: Some(ticked("ticket_type_ids", &tickets)?),
        max_uses: edit(number("max_uses", &max_uses)?),
        max_uses_per_person: edit(number("max_uses_per_person", &max_uses_per_person)?),
        min_tickets: number("min_tickets", &min_tickets)?.or(Some(1)),
        starts_at: typed::time(&starts_at, &time_zone, &was_starts_at),
        ends_at: typed::time(&ends_at, &time_zone, &was_ends_at),
        paused: None,
        version,
    };
    let saved = match existing {
        Some(id) => use_cases::edit_promotion(&platform, caller, id, terms).await,
        None => {
            let draft = use_cases::PromotionDraft { event_id: choice("event_id", &event_id)?, terms };
            use_cases::create_promotion(&platform, caller, draft).await
        }
    };
    let event_id = saved.map_err(typed::beside_what_was_typed)?.event_id;
    let list = event_id.map_or("/admin/promotions".into(), |id| format!("/organizer/events/{id}/promotions"));
    Ok(go_on_with(&format!("{list}?saved=promotions/save_promotion")))
}

/// Lets a code rest, or hold again.
#[server(prefix = "/api/fn", endpoint = "promotions/pause_promotion")]
pub async fn pause_promotion(promotion_id: PromotionId, #[server(default)] paused: bool) -> Result<(), ApiError> {
    let pause = use_cases::PromotionEdit { paused: Some(paused), ..Default::default() };
    use_cases::edit_promotion(&platform()?, caller()?, promotion_id, pause).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "promotions/delete_promotion")]
pub async fn delete_promotion(promotion_id: PromotionId) -> Result<(), ApiError> {
    Ok(use_cases::delete_promotion(&platform()?, caller()?, promotion_id).await?)
}
