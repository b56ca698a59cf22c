//! Events that are not listed as they should be are listed anew: those from before there was a catalogue, and all of them
//! when a release lists them in another way. Nothing else needs it, so it may be run at any time.

use super::refresh_listing::refresh_listings;
use crate::events::store::listings;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;

/// Events of one transaction: others wait no longer than that.
const BATCH: i64 = 100;

/// Answers how many there were.
pub async fn rebuild_listings(platform: &Platform) -> Outcome<usize> {
    let mut rebuilt = 0;
    loop {
        match platform.change((), |tx, ()| Box::pin(rebuild_some(tx))).await? {
            0 => return Ok(rebuilt),
            some => rebuilt += some,
        }
    }
}

async fn rebuild_some(tx: &mut Tx) -> Outcome<usize> {
    let missing = listings::list_missing(tx, BATCH).await?;
    refresh_listings(tx, &missing).await?;
    Ok(missing.len())
}

/// Reads the catalogue into memory, so that nobody has to wait for it later.
pub async fn open_catalogue(platform: &Platform) -> Outcome<()> {
    let mut tx = platform.read().await?;
    Ok(platform.catalogue.keep_up(&mut tx).await?)
}
