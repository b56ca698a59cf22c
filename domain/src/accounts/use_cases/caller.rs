//! Who is asking.

use crate::accounts::Role;
use crate::accounts::store::sessions;
use crate::ids::{SessionId, UserId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

/// A signed-in person, as of this request: role and suspension are read anew each time, so that taking a right away
/// works at once and not a quarter of an hour later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller {
    pub user_id: UserId,
    pub session_id: SessionId,
    pub role: Role,
}

impl Caller {
    pub fn must(self, allowed: impl FnOnce(Role) -> bool) -> Result<(), Refusal> {
        if allowed(self.role) { Ok(()) } else { Err(Refusal::NotAllowed) }
    }
}

/// Where a request comes from, in the words its owner will read in the list of sign-ins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    pub device: String,
    pub address: String,
}

pub async fn identify_caller(platform: &Platform, access_token: &str) -> Outcome<Caller> {
    let claims = platform.access_tokens.read(access_token, platform.clock.now())?;
    let mut tx = platform.read().await?;
    let session = sessions::find_live(&mut tx, claims.sid).await?.ok_or(Refusal::SignInEnded)?;
    if session.user_id != claims.sub {
        return Err(Refusal::SignInEnded.into());
    }
    if session.suspended_at.is_some() {
        return Err(Refusal::AccountSuspended.into());
    }
    Ok(Caller { user_id: session.user_id, session_id: claims.sid, role: session.role })
}
