//! What those who put on events call about what several kinds of ticket share.

use domain::ids::{EventId, SharedQuotaId};
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::events::api_views::QuotaFormShown;

#[cfg(feature = "ssr")]
use super::{load_organizer as load, typed};
#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, platform};
#[cfg(feature = "ssr")]
use domain::events as use_cases;

/// A shared quota to edit; without one, the tickets that could share it.
#[server(prefix = "/api/fn", endpoint = "events/load_quota_form")]
pub async fn load_quota_form(
    event_id: String,
    #[server(default)] quota_id: String,
) -> Result<QuotaFormShown, ApiError> {
    load::quota_form(&platform()?, caller()?, &event_id, &quota_id).await
}

/// Makes one, or changes the one that is named.
#[server(prefix = "/api/fn", endpoint = "events/save_quota")]
pub async fn save_quota(
    event_id: EventId,
    name: String,
    size: String,
    #[server(default)] tickets: Vec<String>,
    #[server(default)] quota_id: String,
    #[server(default)] version: Option<i64>,
) -> Result<String, ApiError> {
    let edit = use_cases::SharedQuotaEdit {
        name: Some(name),
        // Nothing is no size.
        size: typed::number("size", &size)?.or(Some(0)),
        ticket_type_ids: Some(typed::ticked("ticket_type_ids", &tickets)?),
        version,
    };
    let (platform, caller) = (platform()?, caller()?);
    match typed::choice("quota_id", &quota_id)? {
        Some(id) => use_cases::edit_shared_quota(&platform, caller, event_id, id, edit).await?,
        None => use_cases::create_shared_quota(&platform, caller, event_id, edit).await?,
    };
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/save_quota#tickets")))
}

#[server(prefix = "/api/fn", endpoint = "events/delete_quota")]
pub async fn delete_quota(event_id: EventId, quota_id: SharedQuotaId) -> Result<String, ApiError> {
    use_cases::delete_shared_quota(&platform()?, caller()?, event_id, quota_id).await?;
    Ok(go_on_with(&format!("/organizer/events/{event_id}?saved=events/delete_quota#tickets")))
}
