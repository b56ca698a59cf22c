//! Who belongs to a club, for those the owner lets see it; and who asked to, for those who answer.

use super::meet_club::{meet_club, onlooker};
use crate::accounts::Caller;
use crate::clubs::store::members::{self, MemberFilter, MemberRow};
use crate::clubs::{ClubRole, MemberStatus, MemberView, Standing};
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};

#[derive(Clone, Debug, Default)]
pub struct MemberQuery {
    /// Those who are in, unless it says otherwise.
    pub status: Option<String>,
    pub role: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

pub async fn list_members(
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
    query: MemberQuery,
) -> Outcome<Page<MemberView>> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    let (status, role) = parse(&query)?;
    let mut tx = platform.read().await?;
    let (club, standing) = meet_club(&mut tx, caller, club_id).await?;
    match status {
        MemberStatus::Active => standing.must(|standing| standing.sees_members(club.members_visible))?,
        MemberStatus::Requested => standing.must(Standing::sees_requests)?,
    }
    let filter = MemberFilter { club_id, status, role, onlooker: onlooker(caller, standing) };
    let rows = members::list(&mut tx, &filter, page).await?;
    let total = members::count(&mut tx, &filter).await?;
    Ok(Page::from_rows(rows, page, total, |row| row.membership_id.0).map(MemberRow::into_view))
}

fn parse(query: &MemberQuery) -> Result<(MemberStatus, Option<ClubRole>), Refusal> {
    let mut problems = Problems::default();
    let status = query.status.as_deref().filter(|status| !status.is_empty());
    let status = status.and_then(|raw| problems.check("status", MemberStatus::parse(raw)));
    let role = query.role.as_deref().filter(|role| !role.is_empty());
    let role = role.and_then(|raw| problems.check("role", ClubRole::parse(raw)));
    problems.into_result()?;
    Ok((status.unwrap_or(MemberStatus::Active), role))
}
