//! Further dates of a series: copies of one of them on other days.

use super::copy_event::Original;
use crate::accounts::Caller;
use crate::ids::SeriesId;
use crate::outcome::Outcome;
use crate::refusal::FieldProblem;
use crate::store::Tx;
use crate::time::{Day, Timestamp};

/// Dates with everything in them that are made in one go: others wait for it.
const ROWS_MAX: usize = 10_000;

/// Nobody could publish what has passed.
pub fn still_ahead(dates: Vec<(Day, Timestamp)>, now: Timestamp) -> Vec<(Day, Timestamp)> {
    dates.into_iter().filter(|(_, starts_at)| *starts_at > now).collect()
}

pub async fn make_dates(
    tx: &mut Tx,
    caller: Caller,
    original: &Original,
    series_id: SeriesId,
    dates: Vec<(Day, Timestamp)>,
) -> Outcome<()> {
    if dates.len().saturating_mul(original.rows()) > ROWS_MAX {
        let most = ROWS_MAX / original.rows();
        let why = format!("With all its tickets and sessions it makes at most {most} dates at once. Choose fewer.");
        return Err(FieldProblem::refuse("rule", why).into());
    }
    for (day, starts_at) in dates {
        original.copy(tx, caller, starts_at, Some((series_id, day))).await?;
    }
    Ok(())
}
