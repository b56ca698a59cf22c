//! A person wants another mail address, and nothing else changed.

use super::caller::Caller;
use super::edit_profile::edit_profile;
use crate::accounts::store::users;
use crate::accounts::{Account, Email, ProfileEdit};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};

/// Whoever asks for the address they have would wait for a mail that never comes.
pub async fn change_email(
    platform: &Platform,
    caller: Caller,
    email: String,
    current_password: String,
) -> Outcome<Account> {
    let wanted = Email::parse(&email).map_err(|why| FieldProblem::refuse("email", why))?;
    let mut tx = platform.read().await?;
    let user = users::find(&mut tx, caller.user_id).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    if wanted.key() == user.email.to_ascii_lowercase() {
        return Err(FieldProblem::refuse("email", "This is your mail address already.").into());
    }
    let edit = ProfileEdit { email: Some(email), current_password: Some(current_password), ..ProfileEdit::default() };
    edit_profile(platform, caller, edit).await
}
