//! What every way of saying what happens inside an event has in common.

use crate::accounts::exists;
use crate::edit::Edit;
use crate::events::store::events::EventRow;
use crate::events::store::sessions::SessionRow;
use crate::events::{
    SessionEdit, SessionFields, parse_capacity, parse_event_time, parse_room, parse_session_description,
    parse_session_title, parse_speaker_name,
};
use crate::ids::AgendaItemId;
use crate::outcome::Outcome;
use crate::refusal::{FieldProblem, Problems, Refusal};
use crate::store::Tx;
use crate::time::Timestamp;

pub struct ParsedSession {
    title: Option<String>,
    description: Option<String>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    room: Edit<String>,
    speaker_name: Edit<String>,
    capacity: Edit<i32>,
    /// What needs no parsing.
    rest: SessionEdit,
}

pub fn parse_session(mut problems: Problems, edit: SessionEdit) -> Result<ParsedSession, Refusal> {
    let said = &mut problems;
    let parsed = ParsedSession {
        title: edit.title.as_deref().and_then(|raw| said.check("title", parse_session_title(raw))),
        description: edit
            .description
            .as_deref()
            .and_then(|raw| said.check("description", parse_session_description(raw))),
        starts_at: edit.starts_at.as_deref().and_then(|raw| said.check("starts_at", parse_event_time(raw))),
        ends_at: edit.ends_at.as_deref().and_then(|raw| said.check("ends_at", parse_event_time(raw))),
        room: edit.room.parse(said, "room", |raw| parse_room(raw)).flatten(),
        speaker_name: edit.speaker_name.parse(said, "speaker_name", |raw| parse_speaker_name(raw)).flatten(),
        capacity: edit.capacity.parse(said, "capacity", |places| parse_capacity(*places)),
        rest: edit,
    };
    problems.into_result()?;
    Ok(parsed)
}

impl ParsedSession {
    pub fn version(&self) -> Option<i64> {
        self.rest.version
    }

    pub fn over(&self, before: &SessionFields) -> SessionFields {
        SessionFields {
            title: self.title.clone().unwrap_or_else(|| before.title.clone()),
            description: self.description.clone().unwrap_or_else(|| before.description.clone()),
            starts_at: self.starts_at.unwrap_or(before.starts_at),
            ends_at: self.ends_at.unwrap_or(before.ends_at),
            room: self.room.clone().over(before.room.clone()),
            speaker_name: self.speaker_name.clone().over(before.speaker_name.clone()),
            speaker_id: self.rest.speaker_id.clone().over(before.speaker_id),
            capacity: self.capacity.clone().over(before.capacity),
        }
    }
}

/// Whether it fits into the event and beside its other sessions. Nobody adds one meanwhile: the event is held.
pub async fn must_fit(
    tx: &mut Tx,
    event: &EventRow,
    fields: &SessionFields,
    own: Option<AgendaItemId>,
    others: &[SessionRow],
) -> Outcome<()> {
    let mut problems = Problems::default();
    if fields.ends_at <= fields.starts_at {
        problems.check::<()>("ends_at", Err("This must end after it starts.".into()));
    } else if !fields.lies_within(event.fields.starts_at, event.fields.ends_at) {
        let outside = if fields.starts_at < event.fields.starts_at { "starts_at" } else { "ends_at" };
        problems.check::<()>(outside, Err("A session lies between the start and the end of its event.".into()));
    }
    problems.into_result()?;
    if let Some(speaker_id) = fields.speaker_id
        && !exists(tx, speaker_id).await?
    {
        return Err(FieldProblem::refuse("speaker_id", "There is no such person.").into());
    }
    fields.clash(own, others.iter().map(|other| (other.session_id, &other.fields)))?;
    Ok(())
}
