//! What those who put on events call about events that come again.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use domain::ids::EventId;
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::events::api_views::RepeatFormShown;

#[cfg(feature = "ssr")]
use super::{load_dates as load, typed};
#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, id_in_address, platform};
#[cfg(feature = "ssr")]
use crate::events::api_views::RepeatTyped;
#[cfg(feature = "ssr")]
use domain::edit::Edit;
#[cfg(feature = "ssr")]
use domain::events as use_cases;

/// An event to repeat, and once a `unit` is said, the dates that would be made.
#[server(prefix = "/api/fn", endpoint = "events/load_repeat_form")]
pub async fn load_repeat_form(
    event_id: String,
    #[server(default)] every: String,
    #[server(default)] unit: String,
    #[server(default)] weekdays: String,
    #[server(default)] on: String,
    #[server(default)] ends: String,
    #[server(default)] until: String,
    #[server(default)] times: String,
) -> Result<RepeatFormShown, ApiError> {
    let typed = RepeatTyped { every, unit, weekdays, on, ends, until, times };
    load::repeat_form(&platform()?, caller()?, id_in_address(&event_id)?, typed).await
}

/// The rule as iCalendar writes it, and the days it leaves out.
#[server(prefix = "/api/fn", endpoint = "events/repeat_event")]
pub async fn repeat_event(
    event_id: EventId,
    rule: String,
    #[server(default)] except: Vec<String>,
) -> Result<String, ApiError> {
    use_cases::repeat_event(&platform()?, caller()?, event_id, &rule, &except).await?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/repeat_event#dates")))
}

/// The version is that of the series.
#[server(prefix = "/api/fn", endpoint = "events/extend_series")]
pub async fn extend_series(
    event_id: EventId,
    #[server(default)] until: String,
    #[server(default)] version: Option<i64>,
) -> Result<String, ApiError> {
    let later = use_cases::LaterEnd { until: Some(until), count: None, version };
    use_cases::extend_series(&platform()?, caller()?, event_id, later).await?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/extend_series#dates")))
}

#[server(prefix = "/api/fn", endpoint = "events/publish_dates")]
pub async fn publish_dates(event_id: EventId) -> Result<String, ApiError> {
    // Those that still lack something stand there as drafts afterwards, each with its own list.
    use_cases::publish_series(&platform()?, caller()?, event_id).await?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/publish_dates#dates")))
}

/// `date` is the day it was made for.
#[server(prefix = "/api/fn", endpoint = "events/skip_date")]
pub async fn skip_date(event_id: EventId, date: String) -> Result<String, ApiError> {
    let (platform, caller) = (platform()?, caller()?);
    use_cases::skip_date(&platform, caller, event_id, &date).await?;
    let page = match use_cases::see_event(&platform, Some(caller), event_id).await {
        Ok(_) => format!("/organizer/events/{event_id}?saved=events/skip_date#dates"),
        Err(_) => "/organizer?saved=events/skip_date".to_owned(),
    };
    Ok(go_on_with(&page))
}

#[server(prefix = "/api/fn", endpoint = "events/leave_series")]
pub async fn leave_series(event_id: EventId) -> Result<(), ApiError> {
    use_cases::leave_series(&platform()?, caller()?, event_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "events/cancel_following")]
pub async fn cancel_following(event_id: EventId, #[server(default)] reason: String) -> Result<(), ApiError> {
    use_cases::cancel_following(&platform()?, caller()?, event_id, &reason).await?;
    Ok(())
}

/// This date and the later ones. What is not touched here stays there.
#[server(prefix = "/api/fn", endpoint = "events/edit_following")]
pub async fn edit_following(
    event_id: EventId,
    title: String,
    version: i64,
    #[server(default)] description: String,
    #[server(default)] category_id: String,
    #[server(default)] venue_id: String,
    #[server(default)] location: String,
    #[server(default)] city: String,
    #[server(default)] online_url: String,
    #[server(default)] capacity: String,
    #[server(default)] members_only: bool,
    #[server(default)] everywhere: bool,
    #[server(default)] starts_at: Option<String>,
    #[server(default)] ends_at: Option<String>,
    #[server(default)] was_starts_at: String,
    #[server(default)] was_ends_at: String,
    #[server(default)] time_zone: String,
) -> Result<String, ApiError> {
    let moment =
        |typed: Option<String>, was: &str| typed.map(|typed| domain::time::read_local(&typed, &time_zone, was));
    let edit = use_cases::FollowingEdit {
        title: Some(title),
        description: Some(description),
        category_id: typed::edit(typed::choice("category_id", &category_id)?),
        venue_id: typed::edit(typed::choice("venue_id", &venue_id)?),
        location: Edit::Set(location),
        city: Edit::Set(city),
        online_url: Edit::Set(online_url),
        starts_at: moment(starts_at, &was_starts_at),
        ends_at: moment(ends_at, &was_ends_at),
        capacity: typed::edit(typed::number("capacity", &capacity)?),
        members_only: Some(members_only),
        everywhere,
        version: Some(version),
    };
    use_cases::edit_following(&platform()?, caller()?, event_id, edit).await.map_err(typed::in_words_of_a_form)?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/edit_following")))
}
