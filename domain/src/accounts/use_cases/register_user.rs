//! Somebody opens an account, and is signed in with it at once.

use serde::{Deserialize, Serialize};

use super::caller::Visit;
use super::limit_attempts::{self, TAKEN_ANSWERS};
use super::start_session::{PlannedSession, SignedIn, issue_tokens};
use crate::accounts::store::{preferences, users};
use crate::accounts::{Account, Choices, Email, Language, Password, Preferences, Role, Theme, Username};
use crate::journal;
use crate::message::Message;
use crate::money::Currency;
use crate::outcome::{Failure, Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;
use crate::time::is_known_zone;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Registration {
    pub username: String,
    pub email: String,
    pub password: String,
    /// From the browser, when it says: first guesses for the preferences.
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub time_zone: Option<String>,
}

pub async fn register_user(platform: &Platform, visit: &Visit, request: Registration) -> Outcome<SignedIn> {
    let (username, email, password) = parse(&request)?;
    limit_attempts::check(platform, TAKEN_ANSWERS, &visit.origin()).await?;

    // Before the costly hash: most people who meet a taken name should be told quickly.
    let mut tx = platform.read().await?;
    let taken = who_has(&mut tx, &username, &email).await?;
    drop(tx);
    if let Some(taken) = taken {
        return Err(refuse_as_taken(platform, visit, taken).await);
    }

    if let Some(per_hour) = platform.rules.registrations_per_hour {
        limit_attempts::count(platform, limit_attempts::registrations(per_hour), &visit.origin()).await?;
    }
    let session = PlannedSession::new(platform, visit);
    let (session_id, refresh_token) = (session.session_id, session.secret.token.clone());
    let new = NewAccount {
        user: users::NewUser {
            user_id: platform.random.id(platform.clock.now()),
            username,
            email,
            password_hash: platform.passwords.hash(password.into_string()).await?,
            role: Role::Attendee,
            email_verified_at: None,
        },
        preferences: first_preferences(&request),
        session: Some(session),
    };
    match platform.change(new, |tx, new| Box::pin(create(tx, new))).await? {
        Ok(account) => {
            let tokens = issue_tokens(platform, account.id, account.role, session_id, refresh_token)?;
            Ok(SignedIn { account, tokens })
        }
        Err(taken) => Err(refuse_as_taken(platform, visit, taken).await),
    }
}

/// An account to be made: by its owner, from the configuration, or as demo data.
pub struct NewAccount {
    pub user: users::NewUser,
    pub preferences: Preferences,
    pub session: Option<PlannedSession>,
}

/// The account, or what of it is taken.
pub async fn create(tx: &mut Tx, new: &NewAccount) -> Outcome<Result<Account, Refusal>> {
    let user_id = new.user.user_id;
    if !users::insert(tx, &new.user).await? {
        let taken = who_has(tx, &new.user.username, &new.user.email).await?;
        return Ok(Err(taken.ok_or_else(|| Fault::new("an account could not be made though nobody has its name"))?));
    }
    preferences::insert(tx, user_id, &new.preferences).await?;
    journal::record(tx, Some(user_id), Message::UserCreated { user_id }).await?;
    if let Some(session) = &new.session {
        session.start(tx, user_id).await?;
    }
    let user = users::find(tx, user_id).await?.ok_or_else(|| Fault::new("a new account is not there"))?;
    Ok(Ok(user.into_account()))
}

fn parse(request: &Registration) -> Result<(Username, Email, Password), Refusal> {
    let mut problems = Problems::default();
    let username = problems.check("username", Username::parse(&request.username));
    let email = problems.check("email", Email::parse(&request.email));
    let password = problems.check("password", Password::parse(&request.password, &request.username, &request.email));
    match (username, email, password) {
        (Some(username), Some(email), Some(password)) => Ok((username, email, password)),
        _ => Err(problems.refusal()),
    }
}

pub fn first_preferences(request: &Registration) -> Preferences {
    let language = request.language.as_deref().and_then(|text| Language::parse(text).ok()).unwrap_or_default();
    let time_zone = request.time_zone.clone().filter(|zone| is_known_zone(zone)).unwrap_or_else(|| "UTC".into());
    Preferences {
        language,
        time_zone,
        currency: Currency::Eur,
        theme: Theme::System,
        choices: Choices::default(),
        version: 1,
    }
}

async fn who_has(tx: &mut Tx, username: &Username, email: &Email) -> Result<Option<Refusal>, Fault> {
    if users::find_by_email(tx, &email.key()).await?.is_some() {
        return Ok(Some(Refusal::EmailTaken));
    }
    Ok(users::find_by_username(tx, &username.key()).await?.map(|_| Refusal::UsernameTaken))
}

/// Says so, but not to somebody who is going through a list.
async fn refuse_as_taken(platform: &Platform, visit: &Visit, taken: Refusal) -> Failure {
    match limit_attempts::count(platform, TAKEN_ANSWERS, &visit.origin()).await {
        Ok(()) => taken.into(),
        Err(failure) => failure,
    }
}
