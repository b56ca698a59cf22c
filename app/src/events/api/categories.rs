//! The kinds of event there are, for those who manage them.

use domain::events::Category;
use domain::ids::CategoryId;
use leptos::prelude::*;

use crate::api_error::ApiError;

#[cfg(feature = "ssr")]
use crate::caller::{caller, go_on_with, platform};
#[cfg(feature = "ssr")]
use domain::accounts::Role;
#[cfg(feature = "ssr")]
use domain::events as use_cases;

/// The list itself is for everybody; this one is for the page of those who change it.
#[server(prefix = "/api/fn", endpoint = "events/load_categories")]
pub async fn load_categories() -> Result<Vec<Category>, ApiError> {
    caller()?.must(Role::can_manage_categories)?;
    Ok(use_cases::list_categories(&platform()?).await?.items)
}

#[server(prefix = "/api/fn", endpoint = "events/create_category")]
pub async fn create_category(name: String) -> Result<String, ApiError> {
    use_cases::create_category(&platform()?, caller()?, &name).await?;
    Ok(go_on_with("/admin/categories?saved=events/create_category"))
}

#[server(prefix = "/api/fn", endpoint = "events/edit_category")]
pub async fn edit_category(category_id: CategoryId, name: String, version: i64) -> Result<String, ApiError> {
    let edit = use_cases::CategoryEdit { name: Some(name), version: Some(version) };
    use_cases::edit_category(&platform()?, caller()?, category_id, edit).await?;
    Ok(go_on_with("/admin/categories?saved=events/edit_category"))
}

#[server(prefix = "/api/fn", endpoint = "events/delete_category")]
pub async fn delete_category(category_id: CategoryId) -> Result<String, ApiError> {
    use_cases::delete_category(&platform()?, caller()?, category_id).await?;
    Ok(go_on_with("/admin/categories?saved=events/delete_category"))
}
