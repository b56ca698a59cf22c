//! What the pages of promotions need, gathered from several use cases.

use domain::accounts::{Caller, see_preferences};
use domain::events::{self, Event, TicketType};
use domain::ids::EventId;
use domain::platform::Platform;
use domain::promotions::{self, PromotionQuery};
use domain::refusal::Refusal;

use crate::api_error::ApiError;
use crate::caller::id_in_address;
use crate::promotions::api_views::show::{self, Place};
use crate::promotions::api_views::{PromotionFormShown, PromotionsShown};
use crate::reader::Reader;

const PROMOTIONS_PER_PAGE: i64 = 50;

pub async fn promotions(
    platform: &Platform,
    caller: Caller,
    event_id: &str,
    cursor: String,
) -> Result<PromotionsShown, ApiError> {
    let event_id = optional(event_id)?;
    let query = PromotionQuery { event_id, limit: Some(PROMOTIONS_PER_PAGE), cursor: Some(cursor) };
    let page = promotions::list_promotions(platform, caller, query).await?;
    let reader = Reader::of(platform, Some(caller)).await?;
    let place = place(platform, caller, event_id).await?;
    Ok(show::promotions(page, &place, &reader))
}

pub async fn promotion_form(
    platform: &Platform,
    caller: Caller,
    event_id: &str,
    promotion_id: &str,
) -> Result<PromotionFormShown, ApiError> {
    let event_id = optional(event_id)?;
    let promotion = match promotion_id {
        "" => None,
        id => Some(promotions::see_promotion(platform, caller, id_in_address(id)?).await?),
    };
    // The address names both; a code of somewhere else is not to be found here.
    if promotion.as_ref().is_some_and(|promotion| promotion.event_id != event_id) {
        return Err(Refusal::NotFound.into());
    }
    let preferences = see_preferences(platform, caller).await?;
    let place = place(platform, caller, event_id).await?;
    Ok(show::promotion_form(promotion, place, &preferences))
}

/// An event and its tickets, to those who run it; everywhere else is for admins.
async fn place(platform: &Platform, caller: Caller, event_id: Option<EventId>) -> Result<Place, ApiError> {
    let Some(event_id) = event_id else {
        return if caller.role.can_manage_promotions() { Ok(None) } else { Err(Refusal::NotAllowed.into()) };
    };
    let event: Event = events::see_event(platform, Some(caller), event_id).await?;
    if !event.runs_it {
        return Err(Refusal::NotAllowed.into());
    }
    let tickets: Vec<TicketType> = events::list_ticket_types(platform, Some(caller), event_id).await?.items;
    Ok(Some((event, tickets)))
}

fn optional(event_id: &str) -> Result<Option<EventId>, ApiError> {
    Some(event_id).filter(|id| !id.is_empty()).map(id_in_address).transpose()
}
