//! An officer takes back what was told.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::Standing;
use crate::clubs::store::posts;
use crate::ids::{ClubId, PostId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn remove_post(platform: &Platform, caller: Caller, club_id: ClubId, post_id: PostId) -> Outcome<()> {
    platform
        .change((caller, club_id, post_id), |tx, (caller, club_id, post_id)| {
            Box::pin(async move {
                let (caller, club_id, post_id) = (*caller, *club_id, *post_id);
                let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
                standing.must(Standing::runs_the_club)?;
                if !posts::delete(tx, club_id, post_id).await? {
                    return Err(Refusal::NotFound.into());
                }
                journal::record(tx, Some(caller.user_id), Message::ClubPostRemoved { club_id, post_id }).await?;
                Ok(())
            })
        })
        .await
}
