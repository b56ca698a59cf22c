//! Somebody signs in with a name or mail address and a password. The answer to a wrong pair does not tell which of
//! the two was wrong, and takes the same time either way.

use serde::{Deserialize, Serialize};

use super::caller::Visit;
use super::limit_attempts::{self, WRONG_PASSWORDS, WRONG_PASSWORDS_FOR_ACCOUNT, WRONG_PASSWORDS_FROM_ADDRESS};
use super::start_session::{PlannedSession, SignedIn, issue_tokens};
use crate::accounts::store::users::{self, UserRow};
use crate::ids::UserId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};

/// No name, address or password of ours is longer.
const INPUT_MAX_BYTES: usize = 1_000;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LoginRequest {
    /// Username or mail address.
    #[serde(alias = "email", alias = "username")]
    pub login: String,
    pub password: String,
}

pub async fn log_in(platform: &Platform, visit: &Visit, request: LoginRequest) -> Outcome<SignedIn> {
    let login = request.login.trim().to_lowercase();
    if login.is_empty() || request.password.is_empty() {
        let field = if login.is_empty() { "login" } else { "password" };
        return Err(FieldProblem::refuse(field, "Enter your name or mail address, and your password.").into());
    }
    if login.len() > INPUT_MAX_BYTES || request.password.len() > INPUT_MAX_BYTES {
        return Err(Refusal::WrongCredentials.into());
    }
    let from_here = format!("{login} {}", visit.origin());
    let origin = visit.origin();
    let limits = [
        (WRONG_PASSWORDS, from_here.as_str()),
        (WRONG_PASSWORDS_FOR_ACCOUNT, login.as_str()),
        (WRONG_PASSWORDS_FROM_ADDRESS, origin.as_str()),
    ];
    let answer = async {
        let user = find(platform, &login).await?;
        let stored = user.as_ref().map(|user| user.password_hash.clone());
        let fits = platform.passwords.verify(request.password, stored).await?;
        Ok((user, fits))
    };
    let (user, fits) = limit_attempts::within(platform, &limits, answer).await?;
    let Some(user) = user.filter(|_| fits) else {
        for (limit, subject) in limits.into_iter().rev() {
            limit_attempts::count(platform, limit, subject).await?;
        }
        return Err(Refusal::WrongCredentials.into());
    };
    if user.suspended_at.is_some() {
        return Err(Refusal::AccountSuspended.into());
    }
    limit_attempts::forget(platform, WRONG_PASSWORDS, &from_here).await?;
    start(platform, visit, user).await
}

async fn find(platform: &Platform, login: &str) -> Outcome<Option<UserRow>> {
    // No name or address has these, and not every database takes them even as a question.
    if login.chars().any(char::is_control) {
        return Ok(None);
    }
    let mut tx = platform.read().await?;
    // A username cannot contain the sign.
    let user = if login.contains('@') {
        users::find_by_email(&mut tx, login).await?
    } else {
        users::find_by_username(&mut tx, login).await?
    };
    Ok(user)
}

async fn start(platform: &Platform, visit: &Visit, user: UserRow) -> Outcome<SignedIn> {
    let session = PlannedSession::new(platform, visit);
    let (session_id, refresh_token) = (session.session_id, session.secret.token.clone());
    let input: (UserId, PlannedSession) = (user.user_id, session);
    platform
        .change(input, |tx, (user_id, session)| Box::pin(async move { Ok(session.start(tx, *user_id).await?) }))
        .await?;
    let tokens = issue_tokens(platform, user.user_id, user.role, session_id, refresh_token)?;
    Ok(SignedIn { account: user.into_account(), tokens })
}
