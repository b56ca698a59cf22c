//! An event is put on again: a draft like it at another time, with everything in it as far from the start as before.

use super::meet_event::{hold_event, show_event};
use super::move_place::{keep_place, leave_out_lost_place};
use super::put_on_for::must_put_on_for;
use crate::accounts::Caller;
use crate::events::store::events::{self, EventFields, NewEvent};
use crate::events::store::{sessions, ticket_types};
use crate::events::{Event, parse_event_time};
use crate::ids::{AgendaItemId, EventId, TicketTypeId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::FieldProblem;
use crate::store::Tx;
use crate::time::Timestamp;

pub async fn clone_event(platform: &Platform, caller: Caller, event_id: EventId, starts_at: &str) -> Outcome<Event> {
    let starts_at = parse_event_time(starts_at).map_err(|why| FieldProblem::refuse("starts_at", why))?;
    platform
        .change((caller, event_id, starts_at), |tx, (caller, event_id, starts_at)| {
            Box::pin(put_on_again(tx, *caller, *event_id, *starts_at))
        })
        .await
}

async fn put_on_again(tx: &mut Tx, caller: Caller, original: EventId, starts_at: Timestamp) -> Outcome<Event> {
    let before = hold_event(tx, caller, original).await?;
    must_put_on_for(tx, caller, before.fields.club_id).await?;
    let ends_at = before.fields.ends_at.moved(before.fields.starts_at, starts_at);
    let mut fields = EventFields { starts_at, ends_at, ..before.fields.clone() };
    leave_out_lost_place(tx, &mut fields).await?;
    let (event_id, user_id): (EventId, _) = (tx.new_id(), caller.user_id);
    let new = NewEvent { event_id, created_by: user_id, picture_id: before.picture_id, fields: &fields };
    events::insert(tx, &new).await?;
    keep_place(tx, event_id, &fields).await?;
    for mut ticket_type in ticket_types::list(tx, original).await? {
        ticket_type.fields.move_along(before.fields.starts_at, starts_at);
        ticket_type.fields.section_id = ticket_type.fields.section_id.filter(|_| fields.plan_id.is_some());
        let ticket_type_id: TicketTypeId = tx.new_id();
        ticket_types::insert(tx, event_id, ticket_type_id, &ticket_type.fields).await?;
    }
    for mut session in sessions::list(tx, original).await? {
        session.fields.move_along(before.fields.starts_at, starts_at);
        let session_id: AgendaItemId = tx.new_id();
        sessions::insert(tx, event_id, session_id, &session.fields).await?;
    }
    journal::record(tx, Some(user_id), Message::EventCreated { event_id, user_id }).await?;
    show_event(tx, Some(caller), event_id).await
}
