//! The server functions of the venues' pages: find who asks, call a use case, answer. The plan itself is saved by the
//! REST API: a form could not carry it.

use domain::ids::VenueId;
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::venues::api_views::{PlanEditorShown, VenueFormShown, VenuePageShown, VenuesShown};

#[cfg(feature = "ssr")]
mod load;

#[cfg(feature = "ssr")]
use crate::caller::{anybody, caller, go_on_with, id_in_address, platform};
#[cfg(feature = "ssr")]
use domain::venues as use_cases;

/// `show` is `all` or `mine`.
#[server(prefix = "/api/fn", endpoint = "venues/list_venues")]
pub async fn list_venues(
    #[server(default)] q: String,
    #[server(default)] city: String,
    #[server(default)] show: String,
    #[server(default)] cursor: String,
) -> Result<VenuesShown, ApiError> {
    let query = use_cases::VenueQuery { text: q, city, mine: show == "mine", limit: None, cursor: Some(cursor) };
    load::venues(&platform()?, anybody()?, query).await
}

/// With the newest version of its plan, or an older one.
#[server(prefix = "/api/fn", endpoint = "venues/load_venue_page")]
pub async fn load_venue_page(
    venue_id: String,
    #[server(default)] version: Option<i64>,
) -> Result<VenuePageShown, ApiError> {
    load::venue_page(&platform()?, anybody()?, id_in_address(&venue_id)?, version).await
}

/// A venue to edit; without one, what a new one may be.
#[server(prefix = "/api/fn", endpoint = "venues/load_venue_form")]
pub async fn load_venue_form(#[server(default)] venue_id: String) -> Result<VenueFormShown, ApiError> {
    load::venue_form(&platform()?, caller()?, &venue_id).await
}

/// What the editor stands on: the plan itself is fetched by it.
#[server(prefix = "/api/fn", endpoint = "venues/load_plan_editor")]
pub async fn load_plan_editor(venue_id: String) -> Result<PlanEditorShown, ApiError> {
    load::plan_editor(&platform()?, caller()?, id_in_address(&venue_id)?).await
}

#[server(prefix = "/api/fn", endpoint = "venues/create_venue")]
pub async fn create_venue(
    name: String,
    #[server(default)] address: String,
    #[server(default)] city: String,
    time_zone: String,
    #[server(default)] club_id: String,
) -> Result<String, ApiError> {
    let club_id = load::chosen_club(&club_id)?;
    let draft = use_cases::VenueDraft { name, address, city, time_zone, club_id };
    let venue = use_cases::create_venue(&platform()?, caller()?, draft).await?;
    Ok(go_on_with(&format!("/venues/{}?saved=venues/create_venue", venue.id)))
}

#[server(prefix = "/api/fn", endpoint = "venues/edit_venue")]
pub async fn edit_venue(
    venue_id: VenueId,
    name: String,
    address: String,
    city: String,
    time_zone: String,
    #[server(default)] club_id: String,
    version: i64,
) -> Result<String, ApiError> {
    let edit = use_cases::VenueEdit {
        name: Some(name),
        address: Some(address),
        city: Some(city),
        time_zone: Some(time_zone),
        club_id: load::chosen_club(&club_id)?.into(),
        version: Some(version),
    };
    use_cases::edit_venue(&platform()?, caller()?, venue_id, edit).await?;
    Ok(go_on_with(&format!("/venues/{venue_id}?saved=venues/edit_venue")))
}

#[server(prefix = "/api/fn", endpoint = "venues/delete_venue")]
pub async fn delete_venue(venue_id: VenueId) -> Result<String, ApiError> {
    use_cases::delete_venue(&platform()?, caller()?, venue_id).await?;
    Ok(go_on_with("/venues?saved=venues/delete_venue"))
}
