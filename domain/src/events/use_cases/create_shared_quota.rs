//! Those who run an event say how many there are altogether of several kinds of ticket.

use super::list_shared_quotas::show_shared_quota;
use super::meet_event::hold_event_to_sell;
use super::parse_shared_quota::{ParsedSharedQuota, parse_shared_quota};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::events::store::{shared_quotas, ticket_types};
use crate::events::{SHARED_QUOTAS_MAX, SharedQuota, SharedQuotaEdit, SharedQuotaFields};
use crate::ids::{EventId, SharedQuotaId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Problems};
use crate::store::Tx;

pub async fn create_shared_quota(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    draft: SharedQuotaEdit,
) -> Outcome<SharedQuota> {
    let mut problems = Problems::default();
    for (field, said, otherwise) in [
        ("name", draft.name.is_some(), "Give it a name."),
        ("size", draft.size.is_some(), "Say how many there are."),
        ("ticket_type_ids", draft.ticket_type_ids.is_some(), "Choose two kinds of ticket at least."),
    ] {
        if !said {
            problems.check::<()>(field, Err(otherwise.into()));
        }
    }
    let parsed = parse_shared_quota(problems, draft)?;
    platform
        .change((caller, event_id, parsed), |tx, (caller, event_id, parsed)| {
            Box::pin(create(tx, *caller, *event_id, parsed))
        })
        .await
}

async fn create(tx: &mut Tx, caller: Caller, event_id: EventId, parsed: &ParsedSharedQuota) -> Outcome<SharedQuota> {
    hold_event_to_sell(tx, caller, event_id).await?;
    if shared_quotas::list(tx, event_id).await?.len() >= SHARED_QUOTAS_MAX {
        return Err(EventRefusal::TooManySharedQuotas.into());
    }
    let tickets = ticket_types::list(tx, event_id).await?;
    let fields = parsed.over(SharedQuotaFields::default(), &tickets)?;
    let shared_quota_id: SharedQuotaId = tx.new_id();
    shared_quotas::insert(tx, event_id, shared_quota_id, &fields).await?;
    refresh_listing(tx, event_id).await?;
    let created = Message::SharedQuotaCreated { event_id, shared_quota_id };
    journal::record(tx, Some(caller.user_id), created).await?;
    show_shared_quota(tx, event_id, &tickets, shared_quota_id).await
}
