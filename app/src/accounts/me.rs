//! Who is looking at the page: loaded once, shared by the bar on top and by every page.

use domain::accounts::{Account, Theme};
use domain::time::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::api::WhoAmI;
use crate::components::data::Data;
use crate::components::form::FormAction;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub account: Account,
    pub theme: Theme,
    pub since: Moment,
    pub unread: i64,
}

#[derive(Clone, Copy)]
struct Shared(Data<Option<Me>>);

pub fn provide_me() {
    provide_context(Shared(Data::load(|| WhoAmI {})));
}

pub fn me() -> Data<Option<Me>> {
    use_context::<Shared>().map_or_else(|| Data::load(|| WhoAmI {}), |shared| shared.0)
}

/// The person, once known to be signed in.
pub fn signed_in() -> Option<Me> {
    me().get().and_then(Result::ok).flatten()
}

/// After signing in or out everything on the page is somebody else's: it is loaded anew, whole.
pub fn load_anew(path: &str) {
    let _ = window().location().set_href(path);
}

/// Follows the page a form leads to, once it succeeded.
pub fn follow(action: FormAction) {
    action.when_done(|json| {
        if let Ok(path) = serde_json::from_str::<String>(json) {
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
