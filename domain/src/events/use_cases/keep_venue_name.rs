//! A venue was given another name: the catalogue finds what takes place there by what it is called now. Venues know no
//! events, so this follows from their messages. Doing it again changes nothing.

use uuid::Uuid;

use super::refresh_listing::refresh_listings;
use crate::events::store::listings;
use crate::ids::{EventId, VenueId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

/// Events of one transaction: others wait no longer than that.
const BATCH: i64 = 100;

pub async fn keep_venue_name(platform: &Platform, venue_id: VenueId) -> Outcome<()> {
    let mut after = Some(EventId(Uuid::nil()));
    while let Some(last) = after {
        after = platform
            .change((venue_id, last), |tx, (venue_id, last)| Box::pin(refresh_some(tx, *venue_id, *last)))
            .await?;
    }
    Ok(())
}

/// Answers with the last of them, until there are no more.
async fn refresh_some(tx: &mut Tx, venue_id: VenueId, after: EventId) -> Outcome<Option<EventId>> {
    let some = listings::list_at_venue(tx, venue_id, after, BATCH).await?;
    refresh_listings(tx, &some).await?;
    Ok(some.last().copied())
}
