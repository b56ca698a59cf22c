//! Reading one club.

use super::meet_club::show_club;
use crate::accounts::Caller;
use crate::clubs::Club;
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn see_club(platform: &Platform, caller: Option<Caller>, club_id: ClubId) -> Outcome<Club> {
    let mut tx = platform.read().await?;
    show_club(&mut tx, caller, club_id).await
}
