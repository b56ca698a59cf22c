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
    ("accounts/set_suspended", "Saved. It works at once."),
    ("accounts/set_theme", "Theme changed."),
    ("notifications/read_all_notices", "All read."),
    ("notifications/add_push_device", "This browser shows notices now."),
    ("notifications/remove_push_device", "No more notices there."),
    ("picture", "Picture saved."),
    ("events/create_event", "Draft made. Tickets and agenda come next."),
    ("events/edit_event", "Event saved."),
    ("events/publish_event", "Published. Everybody can find it now."),
    ("events/cancel_event", "Called off."),
    ("events/delete_event", "Draft thrown away."),
    ("events/clone_event", "Draft made, like the other one."),
    ("events/remove_event_picture", "Picture removed."),
    ("events/repeat_event", "Dates made. They are drafts until you publish them."),
    ("events/extend_series", "Further dates made, as drafts."),
    ("events/publish_dates", "Published. What still lacks something stays a draft."),
    ("events/skip_date", "Date left out."),
    ("events/leave_series", "It stands alone now."),
    ("events/cancel_following", "Called off, with all later dates."),
    ("events/edit_following", "Saved, and the later dates follow."),
    ("events/save_ticket_type", "Ticket saved."),
    ("events/delete_ticket_type", "Ticket removed."),
    ("events/save_quota", "Shared quota saved."),
    ("events/delete_quota", "Shared quota removed."),
    ("events/save_session", "Session saved."),
    ("events/delete_session", "Session removed."),
    ("events/create_category", "Category added."),
    ("events/edit_category", "Category renamed."),
    ("events/delete_category", "Category deleted."),
    ("clubs/found_club", "Club founded. An admin looks at it next."),
    ("clubs/edit_club", "Club saved."),
    ("clubs/remove_club_picture", "Picture removed."),
    ("clubs/resubmit_club", "Handed in again."),
    ("clubs/approve_club", "Club approved."),
    ("clubs/reject_club", "Its founder can read why."),
    ("clubs/delete_club", "Club closed."),
    ("clubs/join_club", "Done."),
    ("clubs/leave_club", "Done."),
    ("clubs/accept_member", "They are in."),
    ("clubs/decline_member", "Request declined."),
    ("clubs/change_member_role", "Role changed."),
    ("clubs/remove_member", "Member removed."),
    ("clubs/invite_to_club", "Invited."),
    ("clubs/withdraw_invitation", "Invitation withdrawn."),
    ("clubs/publish_post", "Post published."),
    ("clubs/edit_post", "Post saved."),
    ("clubs/remove_post", "Post removed."),
    ("promotions/save_promotion", "Code saved."),
    ("promotions/pause_promotion", "Saved. It works at once."),
    ("promotions/delete_promotion", "Code deleted."),
    ("venues/create_venue", "Venue added. Its plan is drawn next."),
    ("venues/edit_venue", "Venue saved."),
    ("venues/delete_venue", "Venue deleted."),
];

#[component]
pub fn SavedToast() -> impl IntoView {
    let saved = use_query_map().read_untracked().get(SAVED);
    saved.map(|function| view! { <Toast words=words_after(&function).to_owned() /> })
}

fn words_after(function: &str) -> &'static str {
    WORDS.iter().find(|(name, _)| *name == function).map_or("Saved.", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::WORDS;
    use leptos::server_fn::axum::server_fn_paths;

    /// The page after a form with a file, which is no server function.
    const NO_FUNCTION: &str = "picture";

    #[test]
    fn words_are_said_only_after_functions_there_are() {
        let paths: Vec<_> = server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/fn/")).collect();
        assert!(!paths.is_empty());
        for (function, _) in WORDS {
            assert!(*function == NO_FUNCTION || paths.contains(function), "{function} is no server function");
        }
    }
}
