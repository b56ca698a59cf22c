//! An event is put on again: a draft like it at another time, with everything in it at the hours it had.

use super::copy_event::Original;
use super::meet_event::{hold_event, show_event};
use super::put_on_for::must_put_on_for;
use crate::accounts::Caller;
use crate::events::{Event, parse_event_time};
use crate::ids::EventId;
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
    let event_id = Original::read(tx, before).await?.copy(tx, caller, starts_at, None).await?;
    show_event(tx, Some(caller), event_id).await
}
