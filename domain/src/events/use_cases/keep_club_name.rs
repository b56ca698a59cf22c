//! A club was given another name, or is no more: the catalogue finds its events by what it is called now. Clubs know no
//! events, so this follows from their messages. Doing it again changes nothing.

use super::refresh_listing::refresh_club_name;
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub async fn keep_club_name(platform: &Platform, club_id: ClubId) -> Outcome<()> {
    platform.change(club_id, |tx, club_id| Box::pin(refresh_club_name(tx, *club_id))).await
}
