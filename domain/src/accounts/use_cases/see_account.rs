//! Reading accounts: one's own, somebody's public profile, and whom a mail goes to.

use super::caller::Caller;
use crate::accounts::store::{preferences, users};
use crate::accounts::{Account, Email, Language, Preferences, PublicProfile, Visibility};
use crate::ids::UserId;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn see_account(platform: &Platform, caller: Caller) -> Outcome<Account> {
    let mut tx = platform.read().await?;
    let user = users::find(&mut tx, caller.user_id).await?.ok_or(Refusal::NotFound)?;
    Ok(user.into_account())
}

pub async fn see_preferences(platform: &Platform, caller: Caller) -> Outcome<Preferences> {
    let mut tx = platform.read().await?;
    Ok(preferences::find(&mut tx, caller.user_id).await?.ok_or(Refusal::NotFound)?)
}

/// A hidden or suspended person cannot be told from one who does not exist.
pub async fn see_public_profile(
    platform: &Platform,
    caller: Option<Caller>,
    user_id: UserId,
) -> Outcome<PublicProfile> {
    let mut tx = platform.read().await?;
    let user = users::find(&mut tx, user_id).await?.ok_or(Refusal::NotFound)?;
    let own = caller.is_some_and(|caller| caller.user_id == user_id);
    let admin = caller.is_some_and(|caller| caller.role.can_manage_users());
    let shown = match user.visibility {
        Visibility::Everyone => true,
        Visibility::Members => caller.is_some(),
        Visibility::Nobody => false,
    };
    if own || admin || (shown && user.suspended_at.is_none()) {
        Ok(user.into_public_profile())
    } else {
        Err(Refusal::NotFound.into())
    }
}

/// Whom a mail goes to, loaded when it is about to be written: messages carry no addresses.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub user_id: UserId,
    pub name: String,
    pub email: Email,
    pub email_verified: bool,
    pub language: Language,
    pub time_zone: String,
    pub suspended: bool,
}

pub async fn load_recipient(platform: &Platform, user_id: UserId) -> Outcome<Option<Recipient>> {
    let mut tx = platform.read().await?;
    let Some(user) = users::find(&mut tx, user_id).await? else { return Ok(None) };
    let Some(preferences) = preferences::find(&mut tx, user_id).await? else { return Ok(None) };
    let email = Email::parse(&user.email)
        .map_err(|why| Fault::new(format!("user_account {user_id} has an unusable email: {why}")))?;
    Ok(Some(Recipient {
        user_id,
        name: user.display_name,
        email,
        email_verified: user.email_verified_at.is_some(),
        language: preferences.language,
        time_zone: preferences.time_zone,
        suspended: user.suspended_at.is_some(),
    }))
}

/// What somebody chose, asked by the platform itself.
pub async fn see_preferences_of(platform: &Platform, user_id: UserId) -> Outcome<Option<Preferences>> {
    let mut tx = platform.read().await?;
    Ok(preferences::find(&mut tx, user_id).await?)
}
