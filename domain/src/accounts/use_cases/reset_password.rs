//! Somebody follows the link in a reset mail and sets a new password. Every sign-in ends: whoever knew the old
//! password is out. The link proves the address as well.

use serde::{Deserialize, Serialize};

use super::end_sessions::end_all_but;
use super::secrets;
use crate::accounts::store::{mail_tokens, users};
use crate::accounts::{Email, Password};
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PasswordReset {
    pub token: String,
    pub password: String,
}

pub async fn reset_password(platform: &Platform, request: PasswordReset) -> Outcome<()> {
    let shown = secrets::hash_of(&request.token).ok_or(Refusal::LinkInvalid)?;
    // Checked before the link is used up, and without its owner's name, which the asker has not proven to know.
    let password =
        Password::parse(&request.password, "", "").map_err(|message| FieldProblem::refuse("password", message))?;
    let password_hash = platform.passwords.hash(password.into_string()).await?;
    platform
        .change((shown, password_hash), |tx, (shown, password_hash)| Box::pin(apply(tx, shown, password_hash)))
        .await
}

async fn apply(tx: &mut Tx, shown: &[u8], password_hash: &str) -> Outcome<()> {
    let purpose = mail_tokens::Purpose::ResetPassword;
    let used = mail_tokens::redeem(tx, shown, purpose).await?.ok_or(Refusal::LinkInvalid)?;
    let user_id = used.user_id;
    mail_tokens::void_all(tx, user_id, purpose).await?;
    users::set_password(tx, user_id, password_hash).await?;
    let user = users::find(tx, user_id).await?.ok_or_else(|| Fault::new("a mail token belongs to nobody"))?;
    if user.email_verified_at.is_none() && user.email == used.email {
        let email = Email::parse(&used.email)
            .map_err(|why| Fault::new(format!("a mail token has an unusable email: {why}")))?;
        users::confirm_email(tx, user_id, &email).await?;
        journal::record(tx, Some(user_id), Message::UserEmailVerified { user_id }).await?;
    }
    end_all_but(tx, user_id, None, Some(user_id)).await?;
    journal::record(tx, Some(user_id), Message::UserPasswordChanged { user_id }).await?;
    Ok(())
}
