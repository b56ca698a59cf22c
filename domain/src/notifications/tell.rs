//! Puts a notice where its readers will see it: in the product, and on the devices they switched on. A message that
//! comes twice tells nobody twice.

use super::store::{self, push};
use super::topic::Topic;
use super::{NoticeAbout, NoticeKind, ledger};
use crate::accounts;
use crate::ids::{EntryId, UserId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

const CONSUMER: &str = "notice";

#[derive(Clone, Debug)]
pub struct News {
    pub kind: NoticeKind,
    pub about: Option<NoticeAbout>,
}

/// One notice for one person about their account.
pub async fn post_notice(platform: &Platform, message: EntryId, user_id: UserId, kind: NoticeKind) -> Outcome<()> {
    platform
        .change((message, user_id, kind), |tx, (message, user_id, kind)| {
            Box::pin(async move { tell(tx, *message, &[*user_id], &News { kind: *kind, about: None }).await })
        })
        .await
}

pub async fn tell(tx: &mut Tx, message: EntryId, readers: &[UserId], news: &News) -> Outcome<()> {
    if !ledger::consume(tx, CONSUMER, message, ledger::DONE).await? {
        return Ok(());
    }
    let topic = Topic::of(news.kind);
    for user_id in readers {
        let Some(choices) = accounts::choices_of(tx, *user_id).await? else { continue };
        if topic.is_wanted_in_app(&choices) {
            store::insert_notice(tx, message, *user_id, news.kind, news.about.as_ref()).await?;
        }
        if topic.is_wanted_as_push(&choices) {
            push::queue(tx, message, *user_id, news).await?;
        }
    }
    Ok(())
}
