//! The table `event_session`.

use crate::events::{Session, SessionFields};
use crate::ids::{AgendaItemId, EventId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SessionRow {
    pub session_id: AgendaItemId,
    #[sqlx(flatten)]
    pub fields: SessionFields,
    pub version: i64,
}

impl SessionRow {
    pub fn into_view(self, event_id: EventId) -> Session {
        Session { id: self.session_id, event_id, fields: self.fields, version: self.version }
    }
}

pub async fn insert(
    tx: &mut Tx,
    event_id: EventId,
    session_id: AgendaItemId,
    fields: &SessionFields,
) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "insert into event_session
               (session_id, event_id, title, description, starts_at, ends_at, room, speaker_name, speaker_id, capacity)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        )
        .bind(session_id)
        .bind(event_id)
        .bind(&fields.title)
        .bind(&fields.description)
        .bind(fields.starts_at)
        .bind(fields.ends_at)
        .bind(&fields.room)
        .bind(&fields.speaker_name)
        .bind(fields.speaker_id)
        .bind(fields.capacity)
    )?;
    Ok(())
}

/// In the order they happen.
pub async fn list(tx: &mut Tx, event_id: EventId) -> Result<Vec<SessionRow>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, SessionRow>(
            "select session_id, title, description, starts_at, ends_at, room, speaker_name, speaker_id, capacity,
                    version
             from event_session where event_id = $1 order by starts_at, session_id"
        )
        .bind(event_id)
    )
}

/// False when somebody else edited or removed it first.
pub async fn update(
    tx: &mut Tx,
    session_id: AgendaItemId,
    fields: &SessionFields,
    version: i64,
) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update event_session
             set title = $1, description = $2, starts_at = $3, ends_at = $4, room = $5, speaker_name = $6,
                 speaker_id = $7, capacity = $8, version = version + 1
             where session_id = $9 and version = $10"
        )
        .bind(&fields.title)
        .bind(&fields.description)
        .bind(fields.starts_at)
        .bind(fields.ends_at)
        .bind(&fields.room)
        .bind(&fields.speaker_name)
        .bind(fields.speaker_id)
        .bind(fields.capacity)
        .bind(session_id)
        .bind(version)
    )?;
    Ok(updated == 1)
}

/// False when this event has no such session.
pub async fn delete(tx: &mut Tx, event_id: EventId, session_id: AgendaItemId) -> Result<bool, Fault> {
    let deleted = execute!(
        tx,
        sqlx::query("delete from event_session where event_id = $1 and session_id = $2")
            .bind(event_id)
            .bind(session_id)
    )?;
    Ok(deleted == 1)
}

/// Goes with its event.
pub async fn delete_all(tx: &mut Tx, event_id: EventId) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from event_session where event_id = $1").bind(event_id))?;
    Ok(())
}
