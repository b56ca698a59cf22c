//! What other slices ask about people, inside their own transactions.

use crate::accounts::store::{preferences, sessions, users};
use crate::accounts::{Choices, Email};
use crate::ids::{SessionId, UserId};
use crate::outcome::{Fault, Outcome};
use crate::store::Tx;

/// Makes changes that count something of this person wait for each other.
pub async fn hold_person(tx: &mut Tx, user_id: UserId) -> Outcome<()> {
    Ok(users::lock(tx, user_id).await?)
}

/// Whether there is such a person, suspended or not.
pub async fn exists(tx: &mut Tx, user_id: UserId) -> Outcome<bool> {
    Ok(users::find(tx, user_id).await?.is_some())
}

/// The address a person has proved to be theirs: what is meant for an address is for them.
pub async fn confirmed_email(tx: &mut Tx, user_id: UserId) -> Outcome<Option<Email>> {
    let Some(user) = users::find(tx, user_id).await? else { return Ok(None) };
    if user.email_verified_at.is_none() {
        return Ok(None);
    }
    let email = Email::parse(&user.email)
        .map_err(|why| Fault::new(format!("user_account {user_id} has an unusable email: {why}")))?;
    Ok(Some(email))
}

/// Whether that sign-in has not ended.
pub async fn is_signed_in(tx: &mut Tx, session_id: SessionId) -> Outcome<bool> {
    Ok(sessions::find_live(tx, session_id).await?.is_some())
}

/// What somebody wants to hear about.
pub async fn choices_of(tx: &mut Tx, user_id: UserId) -> Outcome<Option<Choices>> {
    Ok(preferences::find(tx, user_id).await?.map(|preferences| preferences.choices))
}

/// Where somebody says they are. Nothing for nobody.
pub async fn time_zone_of(tx: &mut Tx, user_id: UserId) -> Outcome<Option<String>> {
    Ok(preferences::find(tx, user_id).await?.map(|preferences| preferences.time_zone))
}
