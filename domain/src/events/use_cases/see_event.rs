//! Reading one event.

use super::meet_event::show_event;
use crate::accounts::Caller;
use crate::events::Event;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn see_event(platform: &Platform, caller: Option<Caller>, event_id: EventId) -> Outcome<Event> {
    let mut tx = platform.read().await?;
    show_event(&mut tx, caller, event_id).await
}
