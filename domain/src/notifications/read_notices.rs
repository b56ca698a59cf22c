//! Marking notices as read.

use super::store;
use crate::accounts::Caller;
use crate::ids::NoticeId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

/// Reading one twice is no mistake; somebody else's is as unknown as one that never was.
pub async fn read_notice(platform: &Platform, caller: Caller, notice_id: NoticeId) -> Outcome<()> {
    platform
        .change((caller.user_id, notice_id), |tx, (user_id, notice_id)| {
            Box::pin(async move {
                if store::mark_read(tx, *user_id, *notice_id).await? { Ok(()) } else { Err(Refusal::NotFound.into()) }
            })
        })
        .await
}

pub async fn read_all_notices(platform: &Platform, caller: Caller) -> Outcome<()> {
    platform
        .change(caller.user_id, |tx, user_id| Box::pin(async move { Ok(store::mark_all_read(tx, *user_id).await?) }))
        .await
}
