//! An event as somebody meets it: together with how they stand to it, or not at all.

use crate::accounts::Caller;
use crate::clubs::{ClubRole, club_role};
use crate::events::store::events::{self, EventRow};
use crate::events::{Event, EventStatus, Standing};
use crate::ids::{ClubId, EventId};
use crate::outcome::Outcome;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;

/// An event that is not for them to see cannot be told from one that never was.
pub async fn meet_event(tx: &mut Tx, caller: Option<Caller>, event_id: EventId) -> Outcome<(EventRow, Standing)> {
    let event = events::find(tx, event_id).await?.ok_or(Refusal::NotFound)?;
    let standing = stand(tx, caller, &event).await?;
    if standing.sees(event.exposure()) { Ok((event, standing)) } else { Err(Refusal::NotFound.into()) }
}

/// For those who change it, or what is in it: nobody else does meanwhile.
pub async fn hold_event(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<EventRow> {
    events::lock(tx, event_id).await?;
    let (event, standing) = meet_event(tx, Some(caller), event_id).await?;
    standing.must(Standing::runs_it)?;
    Ok(event)
}

/// The same, of an event that can still change.
pub async fn hold_event_to_change(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<EventRow> {
    let event = hold_event(tx, caller, event_id).await?;
    if event.status == EventStatus::Cancelled {
        return Err(EventRefusal::Cancelled.into());
    }
    Ok(event)
}

/// The same, of an event that something can still be bought for.
pub async fn hold_event_to_sell(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<EventRow> {
    let event = hold_event_to_change(tx, caller, event_id).await?;
    if event.status.at(tx.now(), event.fields.ends_at) == EventStatus::Ended {
        return Err(EventRefusal::Ended.into());
    }
    Ok(event)
}

/// The whole view of it, as it is now.
pub async fn show_event(tx: &mut Tx, caller: Option<Caller>, event_id: EventId) -> Outcome<Event> {
    let (event, standing) = meet_event(tx, caller, event_id).await?;
    let now = tx.now();
    Ok(event.into_event(standing, now))
}

async fn stand(tx: &mut Tx, caller: Option<Caller>, event: &EventRow) -> Outcome<Standing> {
    let Some(caller) = caller else { return Ok(Standing::default()) };
    let club_role = role_in(tx, caller, event.fields.club_id).await?;
    Ok(standing_of(caller, event, club_role))
}

pub fn standing_of(caller: Caller, event: &EventRow, club_role: Option<ClubRole>) -> Standing {
    Standing {
        signed_in: true,
        admin: caller.role.can_manage_events(),
        creator: caller.user_id == event.created_by,
        club_role,
    }
}

pub async fn role_in(tx: &mut Tx, caller: Caller, club_id: Option<ClubId>) -> Outcome<Option<ClubRole>> {
    match club_id {
        Some(club_id) => club_role(tx, club_id, caller.user_id).await,
        None => Ok(None),
    }
}
