//! Which clubs everybody may know of, for those who make lists of addresses.

use crate::clubs::store::public;
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn list_public_clubs(platform: &Platform, most: i64) -> Outcome<Vec<ClubId>> {
    let mut tx = platform.read().await?;
    Ok(public::list_approved(&mut tx, most).await?)
}
