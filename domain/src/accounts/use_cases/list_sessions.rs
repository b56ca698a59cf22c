//! Where one is signed in.

use super::caller::Caller;
use crate::accounts::SessionView;
use crate::accounts::store::sessions;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn list_sessions(platform: &Platform, caller: Caller) -> Outcome<Vec<SessionView>> {
    let mut tx = platform.read().await?;
    Ok(sessions::list_live(&mut tx, caller.user_id, caller.session_id).await?)
}
