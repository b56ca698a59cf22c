//! Those who run an event let each kind of ticket stand for itself again.

use super::meet_event::hold_event_to_change;
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::shared_quotas;
use crate::ids::{EventId, SharedQuotaId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn delete_shared_quota(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    shared_quota_id: SharedQuotaId,
) -> Outcome<()> {
    platform
        .change((caller, event_id, shared_quota_id), |tx, (caller, event_id, shared_quota_id)| {
            Box::pin(delete(tx, *caller, *event_id, *shared_quota_id))
        })
        .await
}

async fn delete(tx: &mut Tx, caller: Caller, event_id: EventId, shared_quota_id: SharedQuotaId) -> Outcome<()> {
    hold_event_to_change(tx, caller, event_id).await?;
    if !shared_quotas::delete(tx, event_id, shared_quota_id).await? {
        return Err(Refusal::NotFound.into());
    }
    refresh_listing(tx, event_id).await?;
    let deleted = Message::SharedQuotaDeleted { event_id, shared_quota_id };
    journal::record(tx, Some(caller.user_id), deleted).await?;
    Ok(())
}
