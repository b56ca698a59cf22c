//! Which events everybody may know of and still go to, for those who make lists of addresses.

use crate::events::store::public;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn list_public_events(platform: &Platform, most: i64) -> Outcome<Vec<EventId>> {
    let mut tx = platform.read().await?;
    Ok(public::list_upcoming(&mut tx, most).await?)
}
