//! What comes along when the facts of an event change, and what must not: whoever changes them does it here.

use super::move_place::{keep_place, move_place};
use super::move_sessions::move_sessions;
use super::parse_event::check_members;
use super::publish_event::must_stay_ready;
use super::put_on_for::{must_put_on_for, take_category};
use crate::accounts::{Caller, Role};
use crate::events::store::events::{self, EventFields, EventRow};
use crate::events::store::ticket_types;
use crate::events::{EventStatus, check_times};
use crate::ids::{EventId, PlanId, VenueId};
use crate::outcome::Outcome;
use crate::refusal::{EventRefusal, FieldProblem, Problems, Refusal};
use crate::store::Tx;
use crate::time::Timestamp;

/// Of an event that is held. The catalogue is told afterwards, last of all.
pub async fn change_event(
    tx: &mut Tx,
    caller: Caller,
    before: &EventRow,
    mut after: EventFields,
    newest_plan: bool,
) -> Outcome<()> {
    let event_id = before.event_id;
    check(tx, caller, before, &after).await?;
    move_place(tx, before, &mut after, newest_plan).await?;
    must_hold(tx, event_id, after.capacity).await?;
    if !events::update(tx, event_id, &after, before.version).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    if place_of(&after) != place_of(&before.fields) {
        keep_place(tx, event_id, &after).await?;
    }
    move_sessions(tx, event_id, &before.fields, &after).await?;
    must_stay_ready(tx, caller, event_id).await
}

/// What its venue has to know.
fn place_of(fields: &EventFields) -> (Option<VenueId>, Option<PlanId>, Timestamp) {
    (fields.venue_id, fields.plan_id, fields.ends_at)
}

/// No fewer places than are sold or held.
async fn must_hold(tx: &mut Tx, event_id: EventId, capacity: Option<i32>) -> Outcome<()> {
    let Some(capacity) = capacity else { return Ok(()) };
    if ticket_types::count_taken(tx, event_id).await? > i64::from(capacity) {
        return Err(EventRefusal::QuotaBelowSold { field: "capacity" }.into());
    }
    Ok(())
}

fn times(fields: &EventFields) -> (Timestamp, Timestamp) {
    (fields.starts_at, fields.ends_at)
}

async fn check(tx: &mut Tx, caller: Caller, before: &EventRow, after: &EventFields) -> Outcome<()> {
    let mut problems = Problems::default();
    if times(after) != times(&before.fields) {
        problems.check("ends_at", check_times(after.starts_at, after.ends_at));
    }
    check_members(&mut problems, after.club_id, after.members_only);
    problems.into_result()?;
    if before.status == EventStatus::Published {
        // What is over does not come back: whoever was there was there.
        if before.fields.ends_at <= tx.now() && times(after) != times(&before.fields) {
            return Err(EventRefusal::Ended.into());
        }
        if after.currency != before.fields.currency {
            return Err(EventRefusal::CurrencyFixed.into());
        }
        if after.starts_at != before.fields.starts_at && after.starts_at <= tx.now() {
            return Err(FieldProblem::refuse("starts_at", "This has passed. Choose a time in the future.").into());
        }
    }
    if after.club_id != before.fields.club_id {
        // Without a club it is its creator's own again: nobody gives it away behind their back.
        if after.club_id.is_none() && caller.user_id != before.created_by {
            caller.must(Role::can_manage_events)?;
        }
        must_put_on_for(tx, caller, after.club_id).await?;
    }
    if after.category_id != before.fields.category_id {
        take_category(tx, after.category_id).await?;
    }
    Ok(())
}
