//! Makes the secret for a link that is about to be mailed. It exists in clear only in that mail.

use std::time::Duration;

use super::secrets::new_secret;
use crate::accounts::Email;
use crate::accounts::store::mail_tokens::{self, Purpose};
use crate::accounts::store::users;
use crate::ids::UserId;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailPurpose {
    VerifyEmail,
    ResetPassword,
}

impl MailPurpose {
    const fn lifetime(self) -> Duration {
        match self {
            Self::VerifyEmail => Duration::from_secs(48 * 60 * 60),
            Self::ResetPassword => Duration::from_secs(60 * 60),
        }
    }
}

pub struct MailLink {
    pub token: String,
    /// Where the link goes to: it proves this address and no other.
    pub email: Email,
}

/// Nothing when there is nothing left to prove.
pub async fn issue_mail_link(platform: &Platform, user_id: UserId, purpose: MailPurpose) -> Outcome<Option<MailLink>> {
    let secret = new_secret(&platform.random);
    let token = secret.token;
    let email = platform
        .change((user_id, purpose, secret.hash), |tx, (user_id, purpose, token_hash)| {
            Box::pin(async move {
                let Some(user) = users::find(tx, *user_id).await? else { return Ok(None) };
                let proven = user.email_verified_at.is_some();
                let (stored, address) = match purpose {
                    MailPurpose::ResetPassword => (Purpose::ResetPassword, Some(user.email)),
                    MailPurpose::VerifyEmail if proven => (Purpose::VerifyEmail, user.pending_email),
                    MailPurpose::VerifyEmail => (Purpose::VerifyEmail, user.pending_email.or(Some(user.email))),
                };
                let Some(address) = address else { return Ok(None) };
                let new = mail_tokens::NewMailToken {
                    token_hash,
                    user_id: *user_id,
                    purpose: stored,
                    email: &address,
                    expires_at: tx.now().plus(purpose.lifetime()),
                };
                mail_tokens::insert(tx, &new).await?;
                let email = Email::parse(&address)
                    .map_err(|why| Fault::new(format!("user_account {user_id} has an unusable email: {why}")))?;
                Ok(Some(email))
            })
        })
        .await?;
    Ok(email.map(|email| MailLink { token, email }))
}
