//! The dates of a series as somebody meets them: one of them leads to the others, of which each may be a matter of other
//! people.

use std::collections::HashMap;

use super::meet_event::{meet_event, role_in, standing_of};
use crate::accounts::Caller;
use crate::events::store::events::{self, EventRow};
use crate::events::store::series::{self, SeriesRow};
use crate::events::{EventStatus, Standing};
use crate::ids::{EventId, SeriesId};
use crate::outcome::Outcome;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;
use crate::time::Timestamp;

/// Every date beside how somebody stands to it. Those of one club are asked about once.
pub async fn stand_to_dates(
    tx: &mut Tx,
    caller: Option<Caller>,
    series_id: SeriesId,
    described: bool,
) -> Outcome<Vec<(EventRow, Standing)>> {
    let mut roles = HashMap::new();
    let mut dates = Vec::new();
    for event in events::list_of_series(tx, series_id, described).await? {
        let Some(caller) = caller else {
            dates.push((event, Standing::default()));
            continue;
        };
        let club_id = event.fields.club_id;
        let role = match roles.get(&club_id) {
            Some(role) => *role,
            None => role_in(tx, caller, club_id).await?,
        };
        roles.insert(club_id, role);
        let standing = standing_of(caller, &event, role);
        dates.push((event, standing));
    }
    Ok(dates)
}

/// The series of an event they run: nobody else makes or changes dates of it meanwhile.
pub async fn hold_series(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<SeriesRow> {
    let (event, standing) = meet_event(tx, Some(caller), event_id).await?;
    standing.must(Standing::runs_it)?;
    let series_id = event.series_id.ok_or(EventRefusal::NotInSeries)?;
    series::lock(tx, series_id).await?;
    Ok(series::find(tx, series_id).await?.ok_or(Refusal::NotFound)?)
}

/// All dates of it that they run, each held.
pub async fn hold_dates(tx: &mut Tx, caller: Caller, series_id: SeriesId) -> Outcome<Vec<EventRow>> {
    series::lock_dates(tx, series_id).await?;
    let all = stand_to_dates(tx, Some(caller), series_id, true).await?;
    Ok(all.into_iter().filter(|(_, standing)| standing.runs_it()).map(|(event, _)| event).collect())
}

/// This date and the later ones that can still change, each held; this one stands first. What is over or called off stays
/// as it is.
pub async fn hold_following(tx: &mut Tx, caller: Caller, event_id: EventId) -> Outcome<Vec<EventRow>> {
    let series = hold_series(tx, caller, event_id).await?;
    let mut dates = hold_dates(tx, caller, series.series_id).await?;
    let this = dates.iter().position(|event| event.event_id == event_id).ok_or(EventRefusal::NotInSeries)?;
    let mut following = dates.split_off(this);
    let now = tx.now();
    if let Some(this) = following.first() {
        must_be_to_come(this, now)?;
    }
    following.retain(|event| must_be_to_come(event, now).is_ok());
    Ok(following)
}

fn must_be_to_come(event: &EventRow, now: Timestamp) -> Result<(), EventRefusal> {
    match event.status {
        EventStatus::Cancelled => Err(EventRefusal::Cancelled),
        _ if event.fields.ends_at <= now => Err(EventRefusal::Ended),
        _ => Ok(()),
    }
}
