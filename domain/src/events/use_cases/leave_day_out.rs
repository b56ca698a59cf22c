//! A series makes no date for a day again.

use crate::accounts::Caller;
use crate::events::store::series;
use crate::ids::SeriesId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::store::Tx;

/// Its rule stays as it is, and so does its version: whoever changes the rule meanwhile overwrites nothing.
pub async fn leave_day_out(tx: &mut Tx, caller: Caller, series_id: SeriesId, day: &str) -> Outcome<()> {
    if series::leave_out(tx, series_id, day).await? {
        journal::record(tx, Some(caller.user_id), Message::SeriesUpdated { series_id }).await?;
    }
    Ok(())
}
