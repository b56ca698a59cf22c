//! Those who run an event change what happens in it.

use super::meet_event::hold_event_to_change;
use super::parse_session::{ParsedSession, must_fit, parse_session};
use crate::accounts::Caller;
use crate::events::store::sessions::{self, SessionRow};
use crate::events::{Session, SessionEdit};
use crate::ids::{AgendaItemId, EventId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    event_id: EventId,
    session_id: AgendaItemId,
    parsed: ParsedSession,
}

pub async fn edit_event_session(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    session_id: AgendaItemId,
    edit: SessionEdit,
) -> Outcome<Session> {
    let parsed = parse_session(Problems::default(), edit)?;
    let edit = ParsedEdit { caller, event_id, session_id, parsed };
    platform.change(edit, |tx, edit| Box::pin(apply(tx, edit))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<Session> {
    let ParsedEdit { caller, event_id, session_id, ref parsed } = *edit;
    let event = hold_event_to_change(tx, caller, event_id).await?;
    let all = sessions::list(tx, event_id).await?;
    let before = all.iter().find(|row| row.session_id == session_id).cloned().ok_or(Refusal::NotFound)?;
    if parsed.version().is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let fields = parsed.over(&before.fields);
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if fields == before.fields {
        return Ok(before.into_view(event_id));
    }
    must_fit(tx, &event, &fields, Some(session_id), &all).await?;
    if !sessions::update(tx, session_id, &fields, before.version).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    journal::record(tx, Some(caller.user_id), Message::EventSessionUpdated { event_id, session_id }).await?;
    Ok(SessionRow { session_id, fields, version: before.version + 1 }.into_view(event_id))
}
