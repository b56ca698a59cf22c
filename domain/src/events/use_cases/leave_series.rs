//! A date goes its own way: an event that stands alone from now on. Its series makes no other for the day.

use super::leave_day_out::leave_day_out;
use super::meet_event::{hold_event, show_event};
use crate::accounts::Caller;
use crate::events::Event;
use crate::events::store::series;
use crate::ids::EventId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::EventRefusal;
use crate::store::Tx;

pub async fn leave_series(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<Event> {
    platform.change((caller, event_id), |tx, (caller, event_id)| Box::pin(leave(tx, *caller, *event_id))).await
}

async fn leave(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<Event> {
    let event = hold_event(tx, caller, event_id).await?;
    let (Some(series_id), Some(day)) = (event.series_id, event.series_date) else {
        return Err(EventRefusal::NotInSeries.into());
    };
    series::let_go(tx, event_id).await?;
    leave_day_out(tx, caller, series_id, &day).await?;
    journal::record(tx, Some(caller.user_id), Message::EventUpdated { event_id }).await?;
    show_event(tx, Some(caller), event_id).await
}
