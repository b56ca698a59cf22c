//! An event is shown to everybody it is for, once nothing is missing.

use super::meet_event::{hold_event, meet_event, show_event};
use super::refresh_listing::refresh_listing;
use crate::accounts::Caller;
use crate::clubs::{ClubStatus, stay_open};
use crate::events::store::events::{self, EventRow};
use crate::events::store::ticket_types;
use crate::events::{ClubReady, Event, EventStatus, PublishProblem, Readiness, lasting_problems, publish_problems};
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, FieldProblem, Refusal};
use crate::store::Tx;

pub async fn publish_event(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<Event> {
    platform.change((caller, event_id), |tx, (caller, event_id)| Box::pin(publish(tx, *caller, *event_id))).await
}

async fn publish(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<Event> {
    let event = hold_event(tx, caller, event_id).await?;
    match event.status {
        EventStatus::Draft => {}
        EventStatus::Cancelled => return Err(EventRefusal::Cancelled.into()),
        EventStatus::Published | EventStatus::Ended => return Err(EventRefusal::Published.into()),
    }
    refuse_if_any(show_if_ready(tx, caller, &event).await?)?;
    refresh_listing(tx, event_id).await?;
    show_event(tx, Some(caller), event_id).await
}

/// Of a draft that is held; what is still missing, if it is not ready. The catalogue is told afterwards, last of all.
pub async fn show_if_ready(tx: &mut Tx, caller: Caller, draft: &EventRow) -> Outcome<Vec<PublishProblem>> {
    let (event_id, now) = (draft.event_id, tx.now());
    let mut ready = readiness(tx, draft).await?;
    // It may be closed at this very moment.
    if let Some(club_id) = draft.fields.club_id
        && !stay_open(tx, club_id).await?
    {
        ready.club = ClubReady::Closed;
    }
    let problems = publish_problems(&ready, now);
    if !problems.is_empty() {
        return Ok(problems);
    }
    if !events::publish(tx, event_id, draft.version).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    journal::record(tx, Some(caller.user_id), Message::EventPublished { event_id }).await?;
    Ok(problems)
}

/// What everybody has seen keeps its place and something to hold.
pub async fn must_stay_ready(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<()> {
    let (event, _) = meet_event(tx, Some(caller), event_id).await?;
    if event.status == EventStatus::Draft {
        return Ok(());
    }
    Ok(refuse_if_any(lasting_problems(&readiness(tx, &event).await?))?)
}

fn refuse_if_any(problems: Vec<PublishProblem>) -> Result<(), EventRefusal> {
    if problems.is_empty() {
        return Ok(());
    }
    Err(EventRefusal::NotReady(problems.into_iter().map(FieldProblem::from).collect()))
}

pub async fn readiness(tx: &mut Tx, event: &EventRow) -> Outcome<Readiness> {
    let fields = &event.fields;
    Ok(Readiness {
        starts_at: fields.starts_at,
        has_venue: fields.venue_id.is_some(),
        has_location: fields.location.is_some(),
        has_online_url: fields.online_url.is_some(),
        has_capacity: fields.capacity.is_some(),
        ticket_types: ticket_types::count(tx, event.event_id).await?,
        club: match (fields.club_id, event.club_status) {
            (None, _) => ClubReady::NoClub,
            (Some(_), None) => ClubReady::Closed,
            (Some(_), Some(ClubStatus::Approved)) => ClubReady::Approved,
            (Some(_), Some(_)) => ClubReady::NotApproved,
        },
    })
}
