//! Those who run an event change what several kinds of ticket share. What was bought stays bought.

use super::list_shared_quotas::show_shared_quota;
use super::meet_event::hold_event_to_sell;
use super::parse_shared_quota::{ParsedSharedQuota, parse_shared_quota};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::{shared_quotas, ticket_types};
use crate::events::{SharedQuota, SharedQuotaEdit};
use crate::ids::{EventId, SharedQuotaId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    event_id: EventId,
    shared_quota_id: SharedQuotaId,
    parsed: ParsedSharedQuota,
}

pub async fn edit_shared_quota(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    shared_quota_id: SharedQuotaId,
    edit: SharedQuotaEdit,
) -> Outcome<SharedQuota> {
    let parsed = parse_shared_quota(Problems::default(), edit)?;
    let edit = ParsedEdit { caller, event_id, shared_quota_id, parsed };
    platform.change(edit, |tx, edit| Box::pin(apply(tx, edit))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<SharedQuota> {
    let ParsedEdit { caller, event_id, shared_quota_id, ref parsed } = *edit;
    hold_event_to_sell(tx, caller, event_id).await?;
    let all = shared_quotas::list(tx, event_id).await?;
    let before = all.into_iter().find(|row| row.shared_quota_id == shared_quota_id).ok_or(Refusal::NotFound)?;
    if parsed.version().is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let tickets = ticket_types::list(tx, event_id).await?;
    let fields = parsed.over(before.fields.clone(), &tickets)?;
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if fields != before.fields {
        if !shared_quotas::update(tx, shared_quota_id, &fields, before.version).await? {
            return Err(Refusal::EditedMeanwhile.into());
        }
        refresh_listing(tx, event_id).await?;
        let updated = Message::SharedQuotaUpdated { event_id, shared_quota_id };
        journal::record(tx, Some(caller.user_id), updated).await?;
    }
    show_shared_quota(tx, event_id, &tickets, shared_quota_id).await
}
