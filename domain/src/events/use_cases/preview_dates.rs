//! What a rule would make of an event, before anything is made.

use super::make_dates::still_ahead;
use super::meet_event::meet_event;
use super::repeat_event::parse;
use crate::accounts::Caller;
use crate::events::Standing;
use crate::events::series::dates_of;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::time::Timestamp;

/// When each date would begin, the event itself first.
pub async fn preview_dates(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    rule: &str,
    except: &[String],
) -> Outcome<Vec<Timestamp>> {
    let (rule, except) = parse(rule, except)?;
    let mut tx = platform.read().await?;
    let (event, standing) = meet_event(&mut tx, Some(caller), event_id).await?;
    standing.must(Standing::runs_it)?;
    let (starts_at, zone) = (event.fields.starts_at, event.fields.time_zone);
    let dates = dates_of(&rule, &except, starts_at, &zone).map_err(|why| Refusal::InvalidInput(vec![why]))?;
    let others = still_ahead(dates.into_iter().skip(1).collect(), tx.now());
    Ok(std::iter::once(starts_at).chain(others.into_iter().map(|(_, at)| at)).collect())
}
