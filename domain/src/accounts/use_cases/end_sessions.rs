//! Ending sign-ins on other devices: one, or all but this.

use super::caller::Caller;
use crate::accounts::store::sessions;
use crate::ids::{SessionId, UserId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn end_session(platform: &Platform, caller: Caller, session_id: SessionId) -> Outcome<()> {
    platform
        .change((caller.user_id, session_id), |tx, (user_id, session_id)| {
            Box::pin(async move {
                let (user_id, session_id) = (*user_id, *session_id);
                // Somebody else's session is as unknown as one that never was.
                if !sessions::end(tx, user_id, session_id).await? {
                    return Err(Refusal::NotFound.into());
                }
                journal::record(tx, Some(user_id), Message::SessionEnded { user_id, session_id }).await?;
                Ok(())
            })
        })
        .await
}

pub async fn end_other_sessions(platform: &Platform, caller: Caller) -> Outcome<u64> {
    platform
        .change(caller, |tx, caller| {
            Box::pin(
                async move { end_all_but(tx, caller.user_id, Some(caller.session_id), Some(caller.user_id)).await },
            )
        })
        .await
}

/// Ends every session but the one to keep, and answers how many there were.
pub async fn end_all_but(tx: &mut Tx, user_id: UserId, keep: Option<SessionId>, actor: Option<UserId>) -> Outcome<u64> {
    let ended = sessions::end_all(tx, user_id, keep).await?;
    for session_id in &ended {
        journal::record(tx, actor, Message::SessionEnded { user_id, session_id: *session_id }).await?;
    }
    Ok(ended.len() as u64)
}
