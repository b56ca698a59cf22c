//! Who is looking at the page: loaded once, shared by the bar on top and by every page.

use domain::accounts::{Account, Theme};
use domain::time::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::api::who_am_i;
use crate::api_error::ApiError;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub account: Account,
    pub theme: Theme,
    pub since: Moment,
    pub unread: i64,
}

pub type MeResource = Resource<Result<Option<Me>, ApiError>>;

pub fn provide_me() {
    provide_context::<MeResource>(Resource::new_blocking(|| (), |()| who_am_i()));
}

pub fn me() -> MeResource {
    use_context().unwrap_or_else(|| Resource::new(|| (), |()| who_am_i()))
}

/// After signing in or out everything on the page is somebody else's: it is loaded anew, whole.
pub fn load_anew(path: &str) {
    let _ = window().location().set_href(path);
}

/// Follows the page a form leads to, once it succeeded.
pub fn follow<I: Send + Sync + 'static>(action: Action<I, Result<String, ApiError>>) {
    Effect::new(move |_| {
        if let Some(Ok(path)) = action.value().get() {
            load_anew(&path);
        }
    });
}

/// Changes the colours at once; the cookie keeps them.
pub fn show_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.code()),
    };
}
