//! What those who put on events call about what one can buy.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use domain::ids::{EventId, TicketTypeId};
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::events::api_views::{TicketFormShown, TierTyped};

#[cfg(feature = "ssr")]
use super::{load_organizer as load, typed};
#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, platform};
#[cfg(feature = "ssr")]
use domain::events as use_cases;

/// A ticket type to edit; without one, the event it would be for.
#[server(prefix = "/api/fn", endpoint = "events/load_ticket_form")]
pub async fn load_ticket_form(
    event_id: String,
    #[server(default)] ticket_type_id: String,
) -> Result<TicketFormShown, ApiError> {
    load::ticket_form(&platform()?, caller()?, &event_id, &ticket_type_id).await
}

/// Makes one, or changes the one that is named. Times are as the clocks of the event's zone say them.
#[server(prefix = "/api/fn", endpoint = "events/save_ticket_type")]
pub async fn save_ticket_type(
    event_id: EventId,
    name: String,
    price: String,
    currency: String,
    time_zone: String,
    #[server(default)] ticket_type_id: String,
    #[server(default)] version: Option<i64>,
    #[server(default)] description: String,
    #[server(default)] quota: String,
    #[server(default)] section_id: String,
    #[server(default)] sales_start: String,
    #[server(default)] sales_end: String,
    #[server(default)] was_sales_start: String,
    #[server(default)] was_sales_end: String,
    #[server(default)] min_per_order: String,
    #[server(default)] max_per_order: String,
    #[server(default)] max_per_person: String,
    #[server(default)] members_only: bool,
    #[server(default)] hidden: bool,
    #[server(default)] tiers: Vec<TierTyped>,
) -> Result<String, ApiError> {
    let time = |typed: &str, was: &str| {
        typed::edit(
            Some(typed).filter(|typed| !typed.is_empty()).map(|typed| domain::time::read_local(typed, &time_zone, was)),
        )
    };
    let tiers = tiers.into_iter().enumerate().filter(|(_, tier)| !tier.is_empty());
    let tiers = tiers.map(|(index, tier)| tier.read(index, &currency, &time_zone)).collect::<Result<_, _>>()?;
    let edit = domain::events::TicketTypeEdit {
        name: Some(name),
        description: Some(description),
        price: Some(typed::price("price", &price, &currency)?),
        quota: typed::edit(typed::number("quota", &quota)?),
        section_id: typed::edit(typed::choice("section_id", &section_id)?),
        sales_start: time(&sales_start, &was_sales_start),
        sales_end: time(&sales_end, &was_sales_end),
        min_per_order: typed::number("min_per_order", &min_per_order)?.or(Some(1)),
        max_per_order: typed::number("max_per_order", &max_per_order)?,
        max_per_person: typed::edit(typed::number("max_per_person", &max_per_person)?),
        members_only: Some(members_only),
        hidden: Some(hidden),
        position: None,
        tiers: Some(tiers),
        version,
    };
    let (platform, caller) = (platform()?, caller()?);
    match typed::choice::<TicketTypeId>("ticket_type_id", &ticket_type_id)? {
        Some(id) => use_cases::edit_ticket_type(&platform, caller, event_id, id, edit)
            .await
            .map_err(typed::in_words_of_a_form)?,
        None => {
            use_cases::create_ticket_type(&platform, caller, event_id, edit).await.map_err(typed::in_words_of_a_form)?
        }
    };
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/save_ticket_type#tickets")))
}

#[server(prefix = "/api/fn", endpoint = "events/delete_ticket_type")]
pub async fn delete_ticket_type(event_id: EventId, ticket_type_id: TicketTypeId) -> Result<String, ApiError> {
    use_cases::delete_ticket_type(&platform()?, caller()?, event_id, ticket_type_id).await?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/delete_ticket_type#tickets")))
}
