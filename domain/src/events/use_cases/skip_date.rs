//! A series leaves out a day: its draft is thrown away, and no other is made for it. What everybody has seen is cancelled
//! instead.

use super::delete_event::throw_away;
use super::meet_dates::{hold_dates, hold_series};
use crate::accounts::Caller;
use crate::ids::EventId;
use crate::outcome::{Failure, Outcome};
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;

/// Any date of the series leads to it; `day` is the one it was made for.
pub async fn skip_date(platform: &Platform, caller: Caller, event_id: EventId, day: &str) -> Outcome<()> {
    platform
        .change((caller, event_id, day.to_owned()), |tx, (caller, event_id, day)| {
            Box::pin(skip(tx, *caller, *event_id, day))
        })
        .await
}

async fn skip(tx: &mut Tx, caller: Caller, event_id: EventId, day: &str) -> Outcome<()> {
    let series = match hold_series(tx, caller, event_id).await {
        // What stands alone has no dates that could be left out.
        Err(Failure::Refused(Refusal::Event(EventRefusal::NotInSeries))) => return Err(Refusal::NotFound.into()),
        series => series?,
    };
    let dates = hold_dates(tx, caller, series.series_id).await?;
    let date = dates.iter().find(|event| event.series_date.as_deref() == Some(day)).ok_or(Refusal::NotFound)?;
    throw_away(tx, caller, date).await
}
