//! An event that is moved takes what happens in it along.

use crate::events::move_all;
use crate::events::store::events::EventFields;
use crate::events::store::sessions;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;
use crate::time::Shift;

/// Refused when something of it would lie outside afterwards.
pub async fn move_sessions(tx: &mut Tx, event_id: EventId, before: &EventFields, after: &EventFields) -> Outcome<()> {
    if (before.starts_at, before.ends_at) == (after.starts_at, after.ends_at) {
        return Ok(());
    }
    let mut all = sessions::list(tx, event_id).await?;
    let shift = Shift::new(before.starts_at, after.starts_at, &after.time_zone);
    let fields: Vec<_> = all.iter().map(|session| session.fields.clone()).collect();
    let moved = move_all(&fields, |from, to| shift.of_span(from, to), |from, to| shift.by_time(from, to));
    for (session, fields) in all.iter_mut().zip(moved) {
        session.fields = fields;
    }
    let outside = all.iter().filter(|session| !session.fields.lies_within(after.starts_at, after.ends_at)).count();
    if outside > 0 {
        return Err(EventRefusal::SessionsOutside { sessions: outside }.into());
    }
    if before.starts_at == after.starts_at {
        return Ok(());
    }
    for session in &all {
        if !sessions::update(tx, session.session_id, &session.fields, session.version).await? {
            return Err(Refusal::EditedMeanwhile.into());
        }
    }
    Ok(())
}
