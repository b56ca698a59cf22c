//! What those who put on events call about what happens inside of them.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use domain::ids::{AgendaItemId, EventId};
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::events::api_views::AgendaFormShown;

#[cfg(feature = "ssr")]
use super::{load_organizer as load, typed};
#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, platform};
#[cfg(feature = "ssr")]
use domain::edit::Edit;
#[cfg(feature = "ssr")]
use domain::events as use_cases;

/// A session to edit; without one, the event it would be in.
#[server(prefix = "/api/fn", endpoint = "events/load_agenda_form")]
pub async fn load_agenda_form(
    event_id: String,
    #[server(default)] session_id: String,
) -> Result<AgendaFormShown, ApiError> {
    load::agenda_form(&platform()?, caller()?, &event_id, &session_id).await
}

/// Makes one, or changes the one that is named. Times are as the clocks of the event's zone say them.
#[server(prefix = "/api/fn", endpoint = "events/save_session")]
pub async fn save_session(
    event_id: EventId,
    title: String,
    starts_at: String,
    ends_at: String,
    time_zone: String,
    #[server(default)] was_starts_at: String,
    #[server(default)] was_ends_at: String,
    #[server(default)] session_id: String,
    #[server(default)] version: Option<i64>,
    #[server(default)] description: String,
    #[server(default)] room: String,
    #[server(default)] speaker_name: String,
    #[server(default)] capacity: String,
) -> Result<String, ApiError> {
    let edit = domain::events::SessionEdit {
        title: Some(title),
        description: Some(description),
        starts_at: Some(domain::time::read_local(&starts_at, &time_zone, &was_starts_at)),
        ends_at: Some(domain::time::read_local(&ends_at, &time_zone, &was_ends_at)),
        room: Edit::Set(room),
        speaker_name: Edit::Set(speaker_name),
        speaker_id: Edit::Keep,
        capacity: typed::edit(typed::number("capacity", &capacity)?),
        version,
    };
    let (platform, caller) = (platform()?, caller()?);
    match typed::choice::<AgendaItemId>("session_id", &session_id)? {
        Some(id) => use_cases::edit_event_session(&platform, caller, event_id, id, edit)
            .await
            .map_err(typed::in_words_of_a_form)?,
        None => use_cases::create_event_session(&platform, caller, event_id, edit)
            .await
            .map_err(typed::in_words_of_a_form)?,
    };
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/save_session#agenda")))
}

#[server(prefix = "/api/fn", endpoint = "events/delete_session")]
pub async fn delete_session(event_id: EventId, session_id: AgendaItemId) -> Result<String, ApiError> {
    use_cases::delete_event_session(&platform()?, caller()?, event_id, session_id).await?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/delete_session#agenda")))
}
