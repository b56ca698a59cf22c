//! The server functions of the clubs' pages: find who asks, call a use case, answer.

use domain::ids::{ClubId, InvitationId, PostId, UserId};
use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::clubs::api_views::{ClubPageShown, ClubShown, ClubsShown, MembersShown, PostFormShown};

#[cfg(feature = "ssr")]
mod load;

#[cfg(feature = "ssr")]
use crate::caller::{anybody, caller, go_on_with, id_in_address, platform};
#[cfg(feature = "ssr")]
use domain::clubs as use_cases;

/// `show` is `all`, `mine` or, for admins, `pending` and `rejected`.
#[server(prefix = "/api/fn", endpoint = "clubs/list_clubs")]
pub async fn list_clubs(
    #[server(default)] q: String,
    #[server(default)] show: String,
    #[server(default)] cursor: String,
) -> Result<ClubsShown, ApiError> {
    load::clubs(&platform()?, anybody()?, q, &show, cursor).await
}

#[server(prefix = "/api/fn", endpoint = "clubs/load_club")]
pub async fn load_club(club_id: String) -> Result<ClubShown, ApiError> {
    load::club(&platform()?, anybody()?, id_in_address(&club_id)?).await
}

#[server(prefix = "/api/fn", endpoint = "clubs/load_club_page")]
pub async fn load_club_page(club_id: String, #[server(default)] cursor: String) -> Result<ClubPageShown, ApiError> {
    load::club_page(&platform()?, anybody()?, id_in_address(&club_id)?, &cursor).await
}

#[server(prefix = "/api/fn", endpoint = "clubs/load_members")]
pub async fn load_members(club_id: String, #[server(default)] cursor: String) -> Result<MembersShown, ApiError> {
    load::members(&platform()?, anybody()?, id_in_address(&club_id)?, cursor).await
}

/// A post to edit; without one, the club it would be for.
#[server(prefix = "/api/fn", endpoint = "clubs/load_post_form")]
pub async fn load_post_form(club_id: String, #[server(default)] post_id: String) -> Result<PostFormShown, ApiError> {
    load::post_form(&platform()?, caller()?, id_in_address(&club_id)?, &post_id).await
}

#[server(prefix = "/api/fn", endpoint = "clubs/found_club")]
pub async fn found_club(
    name: String,
    #[server(default)] description: String,
    #[server(default)] join_policy: Option<String>,
    #[server(default)] members_visible: Option<String>,
    #[server(default)] hue: Option<i64>,
) -> Result<String, ApiError> {
    let founding = use_cases::Founding { name, description, join_policy, members_visible, hue };
    let club = use_cases::found_club(&platform()?, caller()?, founding).await?;
    Ok(go_on_with(&format!("/clubs/{}?saved=clubs/found_club", club.id)))
}

#[server(prefix = "/api/fn", endpoint = "clubs/edit_club")]
pub async fn edit_club(
    club_id: ClubId,
    #[server(default)] name: Option<String>,
    description: String,
    #[server(default)] join_policy: Option<String>,
    #[server(default)] members_visible: Option<String>,
    #[server(default)] hue: Option<i64>,
    version: i64,
) -> Result<String, ApiError> {
    let edit = use_cases::ClubEdit {
        name,
        description: Some(description),
        join_policy,
        members_visible,
        hue,
        version: Some(version),
    };
    use_cases::edit_club(&platform()?, caller()?, club_id, edit).await?;
    Ok(go_on_with(&format!("/clubs/{club_id}?saved=clubs/edit_club")))
}

#[server(prefix = "/api/fn", endpoint = "clubs/remove_club_picture")]
pub async fn remove_club_picture(club_id: ClubId) -> Result<(), ApiError> {
    use_cases::remove_club_picture(&platform()?, caller()?, club_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/resubmit_club")]
pub async fn resubmit_club(club_id: ClubId) -> Result<(), ApiError> {
    use_cases::resubmit_club(&platform()?, caller()?, club_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/approve_club")]
pub async fn approve_club(club_id: ClubId) -> Result<(), ApiError> {
    use_cases::approve_club(&platform()?, caller()?, club_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/reject_club")]
pub async fn reject_club(club_id: ClubId, reason: String) -> Result<(), ApiError> {
    use_cases::reject_club(&platform()?, caller()?, club_id, &reason).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/delete_club")]
pub async fn delete_club(club_id: ClubId) -> Result<String, ApiError> {
    domain::events::close_club(&platform()?, caller()?, club_id).await?;
    Ok(go_on_with("/clubs?show=mine&saved=clubs/delete_club"))
}

#[server(prefix = "/api/fn", endpoint = "clubs/join_club")]
pub async fn join_club(club_id: ClubId, #[server(default)] message: String) -> Result<(), ApiError> {
    use_cases::join_club(&platform()?, caller()?, club_id, &message).await?;
    Ok(())
}

/// Also takes back the wish to join.
#[server(prefix = "/api/fn", endpoint = "clubs/leave_club")]
pub async fn leave_club(club_id: ClubId) -> Result<(), ApiError> {
    let caller = caller()?;
    use_cases::remove_member(&platform()?, caller, club_id, caller.user_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/accept_member")]
pub async fn accept_member(club_id: ClubId, user_id: UserId) -> Result<(), ApiError> {
    use_cases::accept_member(&platform()?, caller()?, club_id, user_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/decline_member")]
pub async fn decline_member(club_id: ClubId, user_id: UserId) -> Result<(), ApiError> {
    use_cases::decline_member(&platform()?, caller()?, club_id, user_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/change_member_role")]
pub async fn change_member_role(club_id: ClubId, user_id: UserId, role: String) -> Result<(), ApiError> {
    use_cases::change_member_role(&platform()?, caller()?, club_id, user_id, &role).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/remove_member")]
pub async fn remove_member(club_id: ClubId, user_id: UserId) -> Result<(), ApiError> {
    use_cases::remove_member(&platform()?, caller()?, club_id, user_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/invite_to_club")]
pub async fn invite_to_club(club_id: ClubId, email: String) -> Result<(), ApiError> {
    use_cases::invite_to_club(&platform()?, caller()?, club_id, &email).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/withdraw_invitation")]
pub async fn withdraw_invitation(club_id: ClubId, invitation_id: InvitationId) -> Result<(), ApiError> {
    use_cases::withdraw_invitation(&platform()?, caller()?, club_id, invitation_id).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "clubs/publish_post")]
pub async fn publish_post(
    club_id: ClubId,
    title: String,
    body: String,
    #[server(default)] members_only: bool,
) -> Result<String, ApiError> {
    let draft = use_cases::PostDraft { title, body, members_only };
    use_cases::publish_post(&platform()?, caller()?, club_id, draft).await?;
    Ok(go_on_with(&format!("/clubs/{club_id}?saved=clubs/publish_post")))
}

#[server(prefix = "/api/fn", endpoint = "clubs/edit_post")]
pub async fn edit_post(
    club_id: ClubId,
    post_id: PostId,
    title: String,
    body: String,
    #[server(default)] members_only: bool,
    version: i64,
) -> Result<String, ApiError> {
    let edit = use_cases::PostEdit {
        title: Some(title),
        body: Some(body),
        members_only: Some(members_only),
        version: Some(version),
    };
    use_cases::edit_post(&platform()?, caller()?, club_id, post_id, edit).await?;
    Ok(go_on_with(&format!("/clubs/{club_id}?saved=clubs/edit_post")))
}

#[server(prefix = "/api/fn", endpoint = "clubs/remove_post")]
pub async fn remove_post(club_id: ClubId, post_id: PostId) -> Result<String, ApiError> {
    use_cases::remove_post(&platform()?, caller()?, club_id, post_id).await?;
    Ok(go_on_with(&format!("/clubs/{club_id}?saved=clubs/remove_post")))
}
