//! Those who run an event say what happens in it.

use super::meet_event::hold_event_to_change;
use super::parse_session::{ParsedSession, must_fit, parse_session};
use crate::accounts::Caller;
use crate::events::store::sessions::{self, SessionRow};
use crate::events::{SESSIONS_MAX, Session, SessionEdit, SessionFields};
use crate::ids::{AgendaItemId, EventId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Problems};
use crate::store::Tx;

/// Takes a title and its times at least.
pub async fn create_event_session(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    draft: SessionEdit,
) -> Outcome<Session> {
    let mut problems = Problems::default();
    for (field, said) in [
        ("title", draft.title.is_some()),
        ("starts_at", draft.starts_at.is_some()),
        ("ends_at", draft.ends_at.is_some()),
    ] {
        if !said {
            problems.check::<()>(field, Err("This field is missing.".into()));
        }
    }
    let parsed = parse_session(problems, draft)?;
    platform
        .change((caller, event_id, parsed), |tx, (caller, event_id, parsed)| {
            Box::pin(create(tx, *caller, *event_id, parsed))
        })
        .await
}

async fn create(tx: &mut Tx, caller: Caller, event_id: EventId, parsed: &ParsedSession) -> Outcome<Session> {
    let event = hold_event_to_change(tx, caller, event_id).await?;
    let others = sessions::list(tx, event_id).await?;
    if others.len() >= SESSIONS_MAX {
        return Err(EventRefusal::TooManySessions.into());
    }
    let blank = SessionFields {
        title: String::new(),
        description: String::new(),
        starts_at: event.fields.starts_at,
        ends_at: event.fields.ends_at,
        room: None,
        speaker_name: None,
        speaker_id: None,
        capacity: None,
    };
    let fields = parsed.over(&blank);
    must_fit(tx, &event, &fields, None, &others).await?;
    let session_id: AgendaItemId = tx.new_id();
    sessions::insert(tx, event_id, session_id, &fields).await?;
    journal::record(tx, Some(caller.user_id), Message::EventSessionCreated { event_id, session_id }).await?;
    Ok(SessionRow { session_id, fields, version: 1 }.into_view(event_id))
}
