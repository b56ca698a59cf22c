//! A signed-in person changes their password, which ends every other sign-in.

use serde::{Deserialize, Serialize};

use super::caller::Caller;
use super::end_sessions::end_all_but;
use super::limit_attempts::{self, WRONG_PASSWORDS};
use crate::accounts::Password;
use crate::accounts::store::{mail_tokens, users};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PasswordChange {
    pub current_password: String,
    pub new_password: String,
}

pub async fn change_password(platform: &Platform, caller: Caller, request: PasswordChange) -> Outcome<()> {
    let user_id = caller.user_id;
    let mut tx = platform.read().await?;
    let user = users::find(&mut tx, user_id).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    let password = Password::parse(&request.new_password, &user.username, &user.email)
        .map_err(|message| FieldProblem::refuse("new_password", message))?;
    // A stolen session must not become a way to guess the password.
    let subject = user_id.to_string();
    let verify = platform.passwords.verify(request.current_password, Some(user.password_hash));
    if !limit_attempts::within(platform, &[(WRONG_PASSWORDS, &subject)], verify).await? {
        limit_attempts::count(platform, WRONG_PASSWORDS, &subject).await?;
        return Err(Refusal::CurrentPasswordWrong.into());
    }
    let password_hash = platform.passwords.hash(password.into_string()).await?;
    platform
        .change((caller, password_hash), |tx, (caller, password_hash)| {
            Box::pin(async move {
                let user_id = caller.user_id;
                users::set_password(tx, user_id, password_hash).await?;
                mail_tokens::void_all(tx, user_id, mail_tokens::Purpose::ResetPassword).await?;
                end_all_but(tx, user_id, Some(caller.session_id), Some(user_id)).await?;
                journal::record(tx, Some(user_id), Message::UserPasswordChanged { user_id }).await?;
                Ok(())
            })
        })
        .await
}
