//! A person changes what they say about themselves. A new mail address is not taken over here: a link goes to it,
//! and following the link makes it theirs.

use super::caller::Caller;
use super::limit_attempts::{self, LINK_MAILS, WRONG_PASSWORDS};
use crate::accounts::store::users::{self, ProfileChange, UserRow};
use crate::accounts::{Account, Email, ProfileEdit, Username, Visibility, parse_bio, parse_display_name};
use crate::ids::UserId;
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

pub async fn edit_profile(platform: &Platform, caller: Caller, edit: ProfileEdit) -> Outcome<Account> {
    let parsed = parse(&edit)?;
    if let Some(email) = &parsed.email {
        check_email_change(platform, caller.user_id, email, edit.current_password.unwrap_or_default()).await?;
    }
    platform.change((caller.user_id, parsed), |tx, (user_id, edit)| Box::pin(apply(tx, *user_id, edit))).await
}

/// A session alone is not enough to take an account over by way of its mail address.
async fn check_email_change(platform: &Platform, user_id: UserId, email: &Email, password: String) -> Outcome<()> {
    let mut tx = platform.read().await?;
    let user = users::find(&mut tx, user_id).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    if email.key() == user.email.to_ascii_lowercase() {
        return Ok(());
    }
    let subject = user_id.to_string();
    let verify = platform.passwords.verify(password, Some(user.password_hash));
    if !limit_attempts::within(platform, &[(WRONG_PASSWORDS, &subject)], verify).await? {
        limit_attempts::count(platform, WRONG_PASSWORDS, &subject).await?;
        return Err(Refusal::CurrentPasswordWrong.into());
    }
    limit_attempts::count(platform, LINK_MAILS, &user_id.to_string()).await
}

struct ParsedEdit {
    username: Option<Username>,
    email: Option<Email>,
    display_name: Option<String>,
    bio: Option<String>,
    visibility: Option<Visibility>,
    version: Option<i64>,
}

/// Saving what stands there already is no change: nobody's copy becomes an old one by it.
fn changes_nothing(before: &UserRow, change: &ProfileChange<'_>, edit: &ParsedEdit) -> bool {
    edit.email.as_ref().is_none_or(|email| email.key() == before.email.to_ascii_lowercase())
        && change.username.as_str() == before.username
        && change.display_name == before.display_name
        && change.bio == before.bio
        && change.visibility == before.visibility
}

fn parse(edit: &ProfileEdit) -> Result<ParsedEdit, Refusal> {
    let mut problems = Problems::default();
    let parsed = ParsedEdit {
        display_name: edit
            .display_name
            .as_deref()
            .and_then(|raw| problems.check("display_name", parse_display_name(raw))),
        username: edit.username.as_deref().and_then(|raw| problems.check("username", Username::parse(raw))),
        email: edit.email.as_deref().and_then(|raw| problems.check("email", Email::parse(raw))),
        bio: edit.bio.as_deref().and_then(|raw| problems.check("bio", parse_bio(raw))),
        visibility: edit.visibility.as_deref().and_then(|raw| problems.check("visibility", Visibility::parse(raw))),
        version: edit.version,
    };
    problems.into_result()?;
    Ok(parsed)
}

async fn apply(tx: &mut Tx, user_id: UserId, edit: &ParsedEdit) -> Outcome<Account> {
    let before = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
    if edit.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let kept_username = Username::parse(&before.username)
        .map_err(|why| Fault::new(format!("user_account {user_id} has an unusable username: {why}")))?;
    let change = ProfileChange {
        username: edit.username.as_ref().unwrap_or(&kept_username),
        display_name: edit.display_name.as_deref().unwrap_or(&before.display_name),
        bio: edit.bio.as_deref().unwrap_or(&before.bio),
        visibility: edit.visibility.unwrap_or(before.visibility),
        version: before.version,
    };
    if changes_nothing(&before, &change, edit) {
        return Ok(before.into_account());
    }
    let wanted_key = change.username.key();
    if !users::update_profile(tx, user_id, &change).await? {
        let taken = users::find_by_username(tx, &wanted_key).await?.is_some_and(|other| other.user_id != user_id);
        return Err(if taken { Refusal::UsernameTaken } else { Refusal::EditedMeanwhile }.into());
    }
    request_new_email(tx, &before, edit).await?;
    journal::record(tx, Some(user_id), Message::UserProfileEdited { user_id }).await?;
    let after = users::find(tx, user_id).await?.ok_or_else(|| Fault::new("an account vanished while it was edited"))?;
    Ok(after.into_account())
}

async fn request_new_email(tx: &mut Tx, before: &UserRow, edit: &ParsedEdit) -> Outcome<()> {
    let Some(email) = &edit.email else { return Ok(()) };
    if email.key() == before.email.to_ascii_lowercase() {
        return Ok(());
    }
    // Whether somebody has the address is found out when the link is followed, not told here.
    users::set_pending_email(tx, before.user_id, email).await?;
    let user_id = before.user_id;
    journal::record(tx, Some(user_id), Message::UserEmailChangeRequested { user_id }).await?;
    Ok(())
}
