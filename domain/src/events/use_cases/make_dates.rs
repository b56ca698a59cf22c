//! Further dates of a series: copies of one of them on other days.

use super::copy_event::Original;
use crate::accounts::Caller;
use crate::events::parse_event_time;
use crate::ids::SeriesId;
use crate::outcome::Outcome;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;
use crate::time::{Day, Timestamp};

/// Dates with everything in them that are made in one go: others wait for it.
const ROWS_MAX: usize = 10_000;

/// Nobody could publish what has passed.
pub fn still_ahead(dates: Vec<(Day, Timestamp)>, now: Timestamp) -> Vec<(Day, Timestamp)> {
    dates.into_iter().filter(|(_, starts_at)| *starts_at > now).collect()
}

/// Before anything is written: whether there are so many of them, and when, is said with `field`.
pub fn check_dates(original: &Original, dates: &[(Day, Timestamp)], field: &str) -> Result<(), Refusal> {
    if dates.len().saturating_mul(original.rows()) > ROWS_MAX {
        let most = ROWS_MAX / original.rows();
        let why = format!("With all its tickets and sessions it makes at most {most} dates at once. Choose fewer.");
        return Err(FieldProblem::refuse(field, why));
    }
    // The latest is the last.
    let latest = dates.last().map(|(_, starts_at)| parse_event_time(&starts_at.to_string()));
    latest.transpose().map_err(|why| FieldProblem::refuse(field, why))?;
    Ok(())
}

pub async fn make_dates(
    tx: &mut Tx,
    caller: Caller,
    original: &Original,
    series_id: SeriesId,
    dates: Vec<(Day, Timestamp)>,
) -> Outcome<()> {
    for (day, starts_at) in dates {
        original.copy(tx, caller, starts_at, Some((series_id, day))).await?;
    }
    Ok(())
}
