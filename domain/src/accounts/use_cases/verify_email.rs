//! Somebody follows the link in a confirmation mail: the address it was sent to is theirs.

use super::secrets;
use crate::accounts::Email;
use crate::accounts::store::{mail_tokens, users};
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn verify_email(platform: &Platform, token: &str) -> Outcome<()> {
    let shown = secrets::hash_of(token).ok_or(Refusal::LinkInvalid)?;
    platform
        .change(shown, |tx, shown| {
            Box::pin(async move {
                let purpose = mail_tokens::Purpose::VerifyEmail;
                let used = mail_tokens::redeem(tx, shown, purpose).await?.ok_or(Refusal::LinkInvalid)?;
                let user_id = used.user_id;
                let email = Email::parse(&used.email)
                    .map_err(|why| Fault::new(format!("a mail token has an unusable email: {why}")))?;
                if !users::confirm_email(tx, user_id, &email).await? {
                    return Err(Refusal::EmailTaken.into());
                }
                mail_tokens::void_all(tx, user_id, purpose).await?;
                journal::record(tx, Some(user_id), Message::UserEmailVerified { user_id }).await?;
                Ok(())
            })
        })
        .await
}
