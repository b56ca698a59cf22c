//! Somebody forgot their password. Whether the address has an account shows neither in the answer nor in the time it
//! takes: both ways write the same entry, and the mail is made later, from the entry.

use super::caller::Visit;
use super::limit_attempts::{self, LINK_MAILS, LINK_MAILS_FROM_ADDRESS};
use crate::accounts::Email;
use crate::accounts::store::users;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::FieldProblem;

pub async fn request_password_reset(platform: &Platform, visit: &Visit, email: &str) -> Outcome<()> {
    let email = Email::parse(email).map_err(|message| FieldProblem::refuse("email", message))?;
    limit_attempts::count(platform, LINK_MAILS_FROM_ADDRESS, &visit.origin()).await?;
    limit_attempts::count(platform, LINK_MAILS, &email.key()).await?;
    platform
        .change(email.key(), |tx, email_key| {
            Box::pin(async move {
                let user = users::find_by_email(tx, email_key).await?.filter(|user| user.suspended_at.is_none());
                let user_id = user.map(|user| user.user_id);
                journal::record(tx, None, Message::UserPasswordResetRequested { user_id }).await?;
                Ok(())
            })
        })
        .await
}
