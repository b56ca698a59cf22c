//! A few words about what just succeeded: a form that leads on names its function in the address, and the page that
//! follows says what that function says.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::islands::toast::Toast;

/// In the address of the page after a form.
pub const SAVED: &str = "saved";

/// What is said after which function. The words stand here and not in the address, where anybody could write them.
const WORDS: &[(&str, &str)] = &[
    ("accounts/save_profile", "Profile saved."),
    ("accounts/remove_picture", "Picture removed."),
    ("accounts/become_organizer", "You may put on events now."),
    ("accounts/change_email", "We sent a link to the new address."),
    ("accounts/request_verification", "A new link is on its way."),
    ("accounts/change_password", "Password changed. Your other sign-ins have ended."),
    ("accounts/save_preferences", "Preferences saved."),
    ("accounts/end_sign_in", "That sign-in has ended."),
    ("accounts/end_other_sign_ins", "All other sign-ins have ended."),
    ("accounts/change_role", "Role changed."),
    ("accounts/set_suspended", "Done."),
    ("accounts/set_theme", "Theme changed."),
    ("notifications/read_all_notices", "All read."),
    ("picture", "Picture saved."),
];

#[component]
pub fn SavedToast() -> impl IntoView {
    let saved = use_query_map().read_untracked().get(SAVED);
    saved.map(|function| view! { <Toast words=words_after(&function).to_owned() /> })
}

fn words_after(function: &str) -> &'static str {
    WORDS.iter().find(|(name, _)| *name == function).map_or("Saved.", |(_, words)| words)
}
