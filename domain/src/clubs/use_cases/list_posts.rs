//! What a club told, newest first: everything for its members, and what is meant for everybody for the rest.

use super::meet_club::{meet_club, onlooker};
use crate::accounts::Caller;
use crate::clubs::PostView;
use crate::clubs::store::posts;
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;

pub async fn list_posts(
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
    limit: Option<i64>,
    cursor: Option<&str>,
) -> Outcome<Page<PostView>> {
    let page = PageRequest::parse(limit, cursor)?;
    let mut tx = platform.read().await?;
    let (_, standing) = meet_club(&mut tx, caller, club_id).await?;
    let (inside, onlooker) = (standing.is_inside(), onlooker(caller, standing));
    let rows = posts::list(&mut tx, club_id, inside, page).await?;
    let total = posts::count(&mut tx, club_id, inside).await?;
    Ok(Page::from_rows(rows, page, total, |row| row.post_id.0).map(|row| row.into_view(onlooker)))
}
