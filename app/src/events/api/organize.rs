//! What those who put on events call.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use domain::ids::EventId;
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::events::api_views::{EventFormShown, ManagedEventShown, MyEventsShown};

#[cfg(feature = "ssr")]
use super::{load_organizer as load, typed};
#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, id_in_address, platform};
#[cfg(feature = "ssr")]
use domain::events as use_cases;

#[server(prefix = "/api/fn", endpoint = "events/list_my_events")]
pub async fn list_my_events(#[server(default)] cursor: String) -> Result<MyEventsShown, ApiError> {
    load::my_events(&platform()?, caller()?, &cursor).await
}

/// An event to edit; without one, what is needed to start one.
#[server(prefix = "/api/fn", endpoint = "events/load_event_form")]
pub async fn load_event_form(#[server(default)] event_id: String) -> Result<EventFormShown, ApiError> {
    load::event_form(&platform()?, caller()?, &event_id).await
}

#[server(prefix = "/api/fn", endpoint = "events/load_managed_event")]
pub async fn load_managed_event(event_id: String) -> Result<ManagedEventShown, ApiError> {
    load::managed_event(&platform()?, caller()?, id_in_address(&event_id)?).await
}

#[server(prefix = "/api/fn", endpoint = "events/create_event")]
pub async fn create_event(
    title: String,
    starts_at: String,
    ends_at: String,
    time_zone: String,
    currency: String,
    #[server(default)] description: String,
    #[server(default)] category_id: String,
    #[server(default)] club_id: String,
    #[server(default)] venue_id: String,
    #[server(default)] location: String,
    #[server(default)] city: String,
    #[server(default)] online_url: String,
    #[server(default)] capacity: String,
    #[server(default)] members_only: bool,
) -> Result<String, ApiError> {
    let draft = domain::events::EventDraft {
        title,
        description,
        category_id: typed::choice("category_id", &category_id)?,
        club_id: typed::choice("club_id", &club_id)?,
        venue_id: typed::choice("venue_id", &venue_id)?,
        plan_id: None,
        location: Some(location),
        city: Some(city),
        online_url: Some(online_url),
        starts_at: domain::time::read_local(&starts_at, &time_zone, ""),
        ends_at: domain::time::read_local(&ends_at, &time_zone, ""),
        time_zone,
        currency,
        capacity: typed::number("capacity", &capacity)?,
        members_only,
    };
    let event = use_cases::create_event(&platform()?, caller()?, draft).await.map_err(typed::in_words_of_a_form)?;
    Ok(go_on_with(&format!("/organizer/events/{}?saved=events/create_event", event.id)))
}

/// `was_starts_at` and `was_ends_at` are the moments the form was drawn with: what nobody touched stays exactly that.
#[server(prefix = "/api/fn", endpoint = "events/edit_event")]
pub async fn edit_event(
    event_id: EventId,
    title: String,
    starts_at: String,
    ends_at: String,
    was_starts_at: String,
    was_ends_at: String,
    time_zone: String,
    version: i64,
    #[server(default)] currency: Option<String>,
    #[server(default)] description: String,
    #[server(default)] category_id: String,
    #[server(default)] club_id: String,
    #[server(default)] venue_id: String,
    #[server(default)] location: String,
    #[server(default)] city: String,
    #[server(default)] online_url: String,
    #[server(default)] capacity: String,
    #[server(default)] members_only: bool,
) -> Result<String, ApiError> {
    let edit = domain::events::EventEdit {
        title: Some(title),
        description: Some(description),
        category_id: typed::edit(typed::choice("category_id", &category_id)?),
        club_id: typed::edit(typed::choice("club_id", &club_id)?),
        venue_id: typed::edit(typed::choice("venue_id", &venue_id)?),
        plan_id: domain::edit::Edit::Keep,
        location: domain::edit::Edit::Set(location),
        city: domain::edit::Edit::Set(city),
        online_url: domain::edit::Edit::Set(online_url),
        starts_at: Some(domain::time::read_local(&starts_at, &time_zone, &was_starts_at)),
        ends_at: Some(domain::time::read_local(&ends_at, &time_zone, &was_ends_at)),
        time_zone: Some(time_zone),
        currency,
        capacity: typed::edit(typed::number("capacity", &capacity)?),
        members_only: Some(members_only),
        version: Some(version),
    };
    use_cases::edit_event(&platform()?, caller()?, event_id, edit).await.map_err(typed::in_words_of_a_form)?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/edit_event")))
}

#[server(prefix = "/api/fn", endpoint = "events/publish_event")]
pub async fn publish_event(event_id: EventId) -> Result<(), ApiError> {
    use_cases::publish_event(&platform()?, caller()?, event_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "events/cancel_event")]
pub async fn cancel_event(event_id: EventId, #[server(default)] reason: String) -> Result<(), ApiError> {
    use_cases::cancel_event(&platform()?, caller()?, event_id, &reason).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "events/delete_event")]
pub async fn delete_event(event_id: EventId) -> Result<String, ApiError> {
    use_cases::delete_event(&platform()?, caller()?, event_id).await?;
    Ok(go_on_with("/organizer?saved=events/delete_event"))
}

/// The same again at another time, as the clocks there say it.
#[server(prefix = "/api/fn", endpoint = "events/clone_event")]
pub async fn clone_event(event_id: EventId, starts_at: String, time_zone: String) -> Result<String, ApiError> {
    let starts_at = domain::time::read_local(&starts_at, &time_zone, "");
    let event = use_cases::clone_event(&platform()?, caller()?, event_id, &starts_at)
        .await
        .map_err(typed::in_words_of_a_form)?;
    Ok(go_on_with(&format!("/organizer/events/{}?saved=events/clone_event", event.id)))
}

#[server(prefix = "/api/fn", endpoint = "events/remove_event_picture")]
pub async fn remove_event_picture(event_id: EventId) -> Result<(), ApiError> {
    use_cases::remove_event_picture(&platform()?, caller()?, event_id).await?;
    Ok(())
}
