//! A sign-in begins: shared by registering and logging in.

use std::time::Duration;

use super::access_tokens::ACCESS_TOKEN_LIFETIME;
use super::caller::Visit;
use super::secrets::{Secret, new_secret};
use crate::accounts::store::sessions;
use crate::accounts::{Account, Role};
use crate::ids::{SessionId, UserId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Fault;
use crate::platform::Platform;
use crate::store::Tx;

/// A sign-in that is not used for this long ends by itself.
pub const REFRESH_TOKEN_LIFETIME: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What is kept of a device's own description.
const DEVICE_MAX_CHARS: usize = 120;

/// The pair a signed-in program or browser holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    pub access_token: String,
    pub refresh_token: String,
    pub expires_in_seconds: u64,
    pub session_id: SessionId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub account: Account,
    pub tokens: Tokens,
}

/// Everything about the coming session that is decided before the transaction.
pub struct PlannedSession {
    pub session_id: SessionId,
    pub secret: Secret,
    pub visit: Visit,
}

impl PlannedSession {
    pub fn new(platform: &Platform, visit: &Visit) -> Self {
        let visit = Visit { device: visit.device.chars().take(DEVICE_MAX_CHARS).collect(), ..visit.clone() };
        let session_id = platform.random.id(platform.clock.now());
        Self { session_id, secret: new_secret(&platform.random), visit }
    }

    pub async fn start(&self, tx: &mut Tx, user_id: UserId) -> Result<(), Fault> {
        let new = sessions::NewSession {
            session_id: self.session_id,
            user_id,
            device: &self.visit.device,
            address: &self.visit.address,
            expires_at: tx.now().plus(REFRESH_TOKEN_LIFETIME),
        };
        sessions::insert(tx, &new).await?;
        sessions::insert_refresh_token(tx, &self.secret.hash, self.session_id).await?;
        let started = Message::SessionStarted { user_id, session_id: self.session_id };
        journal::record(tx, Some(user_id), started).await?;
        Ok(())
    }
}

pub fn issue_tokens(
    platform: &Platform,
    user_id: UserId,
    role: Role,
    session_id: SessionId,
    refresh_token: String,
) -> Result<Tokens, Fault> {
    let access_token = platform.access_tokens.issue(user_id, session_id, role, platform.clock.now())?;
    Ok(Tokens { access_token, refresh_token, expires_in_seconds: ACCESS_TOKEN_LIFETIME.as_secs(), session_id })
}
