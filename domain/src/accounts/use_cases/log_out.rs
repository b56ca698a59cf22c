//! Signing out: the session the refresh token belongs to ends. Whoever shows a token we do not know is out already.

use super::secrets;
use crate::accounts::store::sessions;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn log_out(platform: &Platform, refresh_token: &str) -> Outcome<()> {
    let Some(shown) = secrets::hash_of(refresh_token) else { return Ok(()) };
    platform
        .change(shown, |tx, shown| {
            Box::pin(async move {
                let Some(token) = sessions::find_refresh_token(tx, shown).await? else { return Ok(()) };
                let (user_id, session_id) = (token.user_id, token.session_id);
                if sessions::end(tx, user_id, session_id).await? {
                    journal::record(tx, Some(user_id), Message::SessionEnded { user_id, session_id }).await?;
                }
                Ok(())
            })
        })
        .await
}
