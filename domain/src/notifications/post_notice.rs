//! Puts a notice where its reader will see it. A message that comes twice makes one notice.

use super::{NoticeKind, store};
use crate::ids::{EntryId, UserId};
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn post_notice(platform: &Platform, message: EntryId, user_id: UserId, kind: NoticeKind) -> Outcome<()> {
    platform
        .change((message, user_id, kind), |tx, (message, user_id, kind)| {
            Box::pin(async move { Ok(store::insert_notice(tx, *message, *user_id, *kind, None).await?) })
        })
        .await
}
