//! A new pair of tokens for a spent one. Each refresh token works once; one that is shown again was copied, so the
//! whole sign-in it belongs to ends, for the thief and for the owner, who signs in again.

use std::time::Duration;

use super::caller::{Caller, Visit};
use super::secrets::{self, new_secret};
use super::start_session::{REFRESH_TOKEN_LIFETIME, Tokens, issue_tokens};
use crate::accounts::store::sessions::{self, RefreshTokenRow};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;
use crate::time::Timestamp;

/// A browser that loads a page sends several requests at once with the same cookie, and may leave before the answer
/// with the new one arrives. For this long the cookie it still holds is taken once more instead of as a theft.
const BROWSER_GRACE: Duration = Duration::from_secs(30);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshManner {
    /// Programs refresh in one place: the second use of a token is a theft.
    Strict,
    /// Browsers refresh on whatever request comes first.
    Browser,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refreshed {
    pub caller: Caller,
    pub tokens: Tokens,
}

struct Turn {
    shown: Vec<u8>,
    next: Vec<u8>,
    address: String,
    manner: RefreshManner,
}

pub async fn refresh_session(
    platform: &Platform,
    visit: &Visit,
    refresh_token: &str,
    manner: RefreshManner,
) -> Outcome<Refreshed> {
    let shown = secrets::hash_of(refresh_token).ok_or(Refusal::RefreshTokenInvalid)?;
    let next = new_secret(&platform.random);
    let turn = Turn { shown, next: next.hash, address: visit.address.clone(), manner };
    // A reuse is answered with a refusal and still ends the session: the refusal is told after the commit.
    let caller = platform.change(turn, |tx, turn| Box::pin(rotate(tx, turn))).await??;
    let tokens = issue_tokens(platform, caller.user_id, caller.role, caller.session_id, next.token)?;
    Ok(Refreshed { caller, tokens })
}

async fn rotate(tx: &mut Tx, turn: &Turn) -> Outcome<Result<Caller, Refusal>> {
    let won = sessions::spend_refresh_token(tx, &turn.shown).await?;
    let Some(token) = sessions::find_refresh_token(tx, &turn.shown).await? else {
        return Ok(Err(Refusal::RefreshTokenInvalid));
    };
    let now = tx.now();
    if token.ended_at.is_some() || token.expires_at <= now {
        return Ok(Err(Refusal::RefreshTokenInvalid));
    }
    if token.suspended_at.is_some() {
        return Ok(Err(Refusal::AccountSuspended));
    }
    if !won && !is_forgiven(&token, turn.manner, now) {
        end_stolen_session(tx, &token).await?;
        return Ok(Err(Refusal::RefreshTokenReused));
    }
    sessions::insert_refresh_token(tx, &turn.next, token.session_id).await?;
    sessions::note_use(tx, token.session_id, &turn.address, now.plus(REFRESH_TOKEN_LIFETIME)).await?;
    Ok(Ok(Caller { user_id: token.user_id, session_id: token.session_id, role: token.role }))
}

fn is_forgiven(token: &RefreshTokenRow, manner: RefreshManner, now: Timestamp) -> bool {
    manner == RefreshManner::Browser && token.spent_at.is_some_and(|spent| now.since(spent) <= BROWSER_GRACE)
}

async fn end_stolen_session(tx: &mut Tx, token: &RefreshTokenRow) -> Outcome<()> {
    let RefreshTokenRow { user_id, session_id, .. } = *token;
    sessions::end(tx, user_id, session_id).await?;
    journal::record(tx, None, Message::SessionTokenReused { user_id, session_id }).await?;
    Ok(())
}
