//! The invitations of a club that nobody has used yet, for its officers.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::store::invitations;
use crate::clubs::{InvitationView, Standing};
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;

pub async fn list_invitations(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    limit: Option<i64>,
    cursor: Option<&str>,
) -> Outcome<Page<InvitationView>> {
    let page = PageRequest::parse(limit, cursor)?;
    let mut tx = platform.read().await?;
    let (_, standing) = meet_club(&mut tx, Some(caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    let rows = invitations::list(&mut tx, club_id, page).await?;
    let total = invitations::count(&mut tx, club_id).await?;
    Ok(Page::from_rows(rows, page, total, |invitation| invitation.id.0))
}
