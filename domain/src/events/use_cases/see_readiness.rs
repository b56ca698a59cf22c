//! What an event still lacks before everybody may see it: nothing, or a list to work through.

use super::meet_event::meet_event;
use super::publish_event::readiness;
use crate::accounts::Caller;
use crate::events::{PublishProblem, publish_problems};
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn see_readiness(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<Vec<PublishProblem>> {
    let mut tx = platform.read().await?;
    let (event, standing) = meet_event(&mut tx, Some(caller), event_id).await?;
    if !standing.runs_it() {
        return Err(Refusal::NotAllowed.into());
    }
    let now = tx.now();
    Ok(publish_problems(&readiness(&mut tx, &event).await?, now))
}
