//! The server functions of the accounts pages: find who asks, call one use case, answer.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use domain::accounts::{Account, Preferences, Theme};
use domain::ids::{SessionId, UserId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::accounts::api_views::{Me, PaymentAccountShown, PersonShown, SignInShown, UsersShown};
use crate::api_error::ApiError;

#[cfg(feature = "ssr")]
use crate::accounts::api_views::show;
#[cfg(feature = "ssr")]
use crate::accounts::cookies;
#[cfg(feature = "ssr")]
use crate::caller::{anybody, asking, caller, go_on_with, platform};
#[cfg(feature = "ssr")]
use crate::reader::Reader;
#[cfg(feature = "ssr")]
use domain::accounts as use_cases;
#[cfg(feature = "ssr")]
use domain::{notifications, payments};

/// Who is signed in, and what the bar on top shows of them.
#[server(prefix = "/api/fn", endpoint = "accounts/who_am_i")]
pub async fn who_am_i() -> Result<Option<Me>, ApiError> {
    let Some(caller) = anybody()? else { return Ok(None) };
    let platform = platform()?;
    let account = use_cases::see_account(&platform, caller).await?;
    let preferences = use_cases::see_preferences(&platform, caller).await?;
    let unread = notifications::count_unread(&platform, caller).await?;
    Ok(Some(show::me(account, &preferences, unread)))
}

#[server(prefix = "/api/fn", endpoint = "accounts/register")]
pub async fn register(
    username: String,
    email: String,
    password: String,
    #[server(default)] time_zone: Option<String>,
) -> Result<String, ApiError> {
    let (platform, asking) = (platform()?, asking()?);
    let request = use_cases::Registration { username, email, password, language: None, time_zone };
    let signed_in = use_cases::register_user(&platform, &asking.visit, request).await?;
    cookies::set_tokens(&asking, &signed_in.tokens);
    Ok(go_on_with("/verify-email"))
}

#[server(prefix = "/api/fn", endpoint = "accounts/log_in")]
pub async fn log_in(
    login: String,
    password: String,
    #[server(default)] next: Option<String>,
) -> Result<String, ApiError> {
    let (platform, asking) = (platform()?, asking()?);
    let request = use_cases::LoginRequest { login, password };
    let signed_in = use_cases::log_in(&platform, &asking.visit, request).await?;
    cookies::set_tokens(&asking, &signed_in.tokens);
    let chosen = use_cases::see_preferences_of(&platform, signed_in.account.id).await?;
    cookies::set_theme(&asking, chosen.map(|chosen| chosen.theme).unwrap_or_default());
    Ok(go_on_with(next.as_deref().unwrap_or("/")))
}

#[server(prefix = "/api/fn", endpoint = "accounts/log_out")]
pub async fn log_out() -> Result<String, ApiError> {
    let asking = asking()?;
    use_cases::log_out(&platform()?, asking.refresh_token.as_deref().unwrap_or_default()).await?;
    cookies::forget_tokens(&asking);
    Ok(go_on_with("/"))
}

#[server(prefix = "/api/fn", endpoint = "accounts/request_password_reset")]
pub async fn request_password_reset(email: String) -> Result<String, ApiError> {
    use_cases::request_password_reset(&platform()?, &asking()?.visit, &email).await?;
    Ok(go_on_with("/forgot-password?sent"))
}

#[server(prefix = "/api/fn", endpoint = "accounts/reset_password")]
pub async fn reset_password(token: String, password: String) -> Result<String, ApiError> {
    use_cases::reset_password(&platform()?, use_cases::PasswordReset { token, password }).await?;
    Ok(go_on_with("/reset-password?done"))
}

#[server(prefix = "/api/fn", endpoint = "accounts/verify_email")]
pub async fn verify_email(token: String) -> Result<String, ApiError> {
    use_cases::verify_email(&platform()?, &token).await?;
    Ok(go_on_with("/verify-email?done"))
}

#[server(prefix = "/api/fn", endpoint = "accounts/request_verification")]
pub async fn request_verification() -> Result<String, ApiError> {
    use_cases::request_verification(&platform()?, caller()?).await?;
    Ok(go_on_with("/verify-email?saved=accounts/request_verification"))
}

#[server(prefix = "/api/fn", endpoint = "accounts/load_account")]
pub async fn load_account() -> Result<Account, ApiError> {
    Ok(use_cases::see_account(&platform()?, caller()?).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/save_profile")]
pub async fn save_profile(
    username: String,
    display_name: String,
    bio: String,
    visibility: String,
    version: i64,
) -> Result<Account, ApiError> {
    let edit = domain::accounts::ProfileEdit {
        username: Some(username),
        display_name: Some(display_name),
        bio: Some(bio),
        visibility: Some(visibility),
        version: Some(version),
        ..Default::default()
    };
    Ok(use_cases::edit_profile(&platform()?, caller()?, edit).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/remove_picture")]
pub async fn remove_picture() -> Result<(), ApiError> {
    Ok(use_cases::remove_picture(&platform()?, caller()?).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/change_email")]
pub async fn change_email(email: String, current_password: String) -> Result<Account, ApiError> {
    Ok(use_cases::change_email(&platform()?, caller()?, email, current_password).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), ApiError> {
    let change = use_cases::PasswordChange { current_password, new_password };
    Ok(use_cases::change_password(&platform()?, caller()?, change).await?)
}

/// What one chose, and the time zones to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferencesShown {
    pub preferences: Preferences,
    pub time_zones: Vec<String>,
}

#[server(prefix = "/api/fn", endpoint = "accounts/load_preferences")]
pub async fn load_preferences() -> Result<PreferencesShown, ApiError> {
    let preferences = use_cases::see_preferences(&platform()?, caller()?).await?;
    Ok(PreferencesShown { preferences, time_zones: domain::time::known_zones() })
}

/// A box that is not ticked is not sent at all: what is missing is a no.
#[server(prefix = "/api/fn", endpoint = "accounts/save_preferences")]
pub async fn save_preferences(
    language: String,
    time_zone: String,
    currency: String,
    version: i64,
    #[server(default)] email_reminders: bool,
    #[server(default)] email_bookings: bool,
    #[server(default)] email_membership: bool,
    #[server(default)] email_surveys: bool,
    #[server(default)] email_marketing: bool,
    #[server(default)] in_app_reminders: bool,
    #[server(default)] in_app_bookings: bool,
    #[server(default)] in_app_membership: bool,
    #[server(default)] in_app_surveys: bool,
    #[server(default)] push_reminders: bool,
    #[server(default)] push_bookings: bool,
    #[server(default)] push_membership: bool,
    #[server(default)] push_surveys: bool,
) -> Result<Preferences, ApiError> {
    let edit = domain::accounts::PreferencesEdit {
        language: Some(language),
        time_zone: Some(time_zone),
        currency: Some(currency),
        theme: None,
        email_reminders: Some(email_reminders),
        email_bookings: Some(email_bookings),
        email_membership: Some(email_membership),
        email_surveys: Some(email_surveys),
        email_marketing: Some(email_marketing),
        in_app_reminders: Some(in_app_reminders),
        in_app_bookings: Some(in_app_bookings),
        in_app_membership: Some(in_app_membership),
        in_app_surveys: Some(in_app_surveys),
        push_reminders: Some(push_reminders),
        push_bookings: Some(push_bookings),
        push_membership: Some(push_membership),
        push_surveys: Some(push_surveys),
        version: Some(version),
    };
    Ok(use_cases::edit_preferences(&platform()?, caller()?, edit).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/set_theme")]
pub async fn set_theme(theme: String) -> Result<Theme, ApiError> {
    let theme = use_cases::choose_theme(&platform()?, caller()?, &theme).await?;
    cookies::set_theme(&asking()?, theme);
    Ok(theme)
}

#[server(prefix = "/api/fn", endpoint = "accounts/list_sign_ins")]
pub async fn list_sign_ins() -> Result<Vec<SignInShown>, ApiError> {
    let (platform, caller) = (platform()?, caller()?);
    let reader = Reader::of(&platform, Some(caller)).await?;
    let sessions = use_cases::list_sessions(&platform, caller).await?;
    Ok(sessions.into_iter().map(|session| show::sign_in(session, &reader)).collect())
}

#[server(prefix = "/api/fn", endpoint = "accounts/end_sign_in")]
pub async fn end_sign_in(session_id: SessionId) -> Result<(), ApiError> {
    Ok(use_cases::end_session(&platform()?, caller()?, session_id).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/end_other_sign_ins")]
pub async fn end_other_sign_ins() -> Result<u64, ApiError> {
    Ok(use_cases::end_other_sessions(&platform()?, caller()?).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/load_payment_account")]
pub async fn load_payment_account() -> Result<PaymentAccountShown, ApiError> {
    let (platform, caller) = (platform()?, caller()?);
    let reader = Reader::of(&platform, Some(caller)).await?;
    let account = payments::see_payment_account(&platform, caller).await?;
    Ok(show::payment_account(account, &reader))
}

#[server(prefix = "/api/fn", endpoint = "accounts/load_person")]
pub async fn load_person(user_id: String) -> Result<PersonShown, ApiError> {
    let user_id: UserId = user_id.parse().map_err(|_| domain::refusal::Refusal::NotFound)?;
    let (platform, caller) = (platform()?, anybody()?);
    let reader = Reader::of(&platform, caller).await?;
    let profile = use_cases::see_public_profile(&platform, caller, user_id).await?;
    let own = caller.is_some_and(|caller| caller.user_id == user_id);
    Ok(show::person(profile, &reader, own))
}

#[server(prefix = "/api/fn", endpoint = "accounts/become_organizer")]
pub async fn become_organizer() -> Result<Account, ApiError> {
    Ok(use_cases::become_organizer(&platform()?, caller()?).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/list_users")]
pub async fn list_users(
    #[server(default)] q: String,
    #[server(default)] role: String,
    #[server(default)] state: String,
    #[server(default)] cursor: String,
) -> Result<UsersShown, ApiError> {
    let (platform, caller) = (platform()?, caller()?);
    let suspended = match state.as_str() {
        "suspended" => Some(true),
        "active" => Some(false),
        _ => None,
    };
    let query = use_cases::UserQuery { text: q, role: Some(role), suspended, limit: Some(25), cursor: Some(cursor) };
    let reader = Reader::of(&platform, Some(caller)).await?;
    let page = use_cases::list_users(&platform, caller, query).await?;
    Ok(show::users(page, &reader, caller.user_id))
}

#[server(prefix = "/api/fn", endpoint = "accounts/change_role")]
pub async fn change_role(user_id: UserId, role: String) -> Result<Account, ApiError> {
    let change = use_cases::UserChange { role: Some(role), suspended: None };
    Ok(use_cases::change_user(&platform()?, caller()?, user_id, change).await?)
}

#[server(prefix = "/api/fn", endpoint = "accounts/set_suspended")]
pub async fn set_suspended(user_id: UserId, suspended: bool) -> Result<Account, ApiError> {
    let change = use_cases::UserChange { role: None, suspended: Some(suspended) };
    Ok(use_cases::change_user(&platform()?, caller()?, user_id, change).await?)
}
