//! A person asks for the confirmation mail again.

use super::caller::Caller;
use super::limit_attempts::{self, LINK_MAILS};
use crate::accounts::store::users;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn request_verification(platform: &Platform, caller: Caller) -> Outcome<()> {
    limit_attempts::count(platform, LINK_MAILS, &caller.user_id.to_string()).await?;
    platform
        .change(caller.user_id, |tx, user_id| {
            Box::pin(async move {
                let user = users::find(tx, *user_id).await?.ok_or(Refusal::NotFound)?;
                if user.email_verified_at.is_some() && user.pending_email.is_none() {
                    return Err(Refusal::EmailAlreadyVerified.into());
                }
                let requested = Message::UserVerificationRequested { user_id: *user_id };
                journal::record(tx, Some(*user_id), requested).await?;
                Ok(())
            })
        })
        .await
}
