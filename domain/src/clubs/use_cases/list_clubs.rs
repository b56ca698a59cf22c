//! Looking for clubs: anybody among those that are approved, admins among all, and everybody among their own.

use crate::accounts::{Caller, Role};
use crate::clubs::store::clubs::{self, ClubFilter};
use crate::clubs::{ClubStatus, ClubSummary};
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::text::parse_line;

const SEARCH_MAX_CHARS: usize = 100;

#[derive(Clone, Debug, Default)]
pub struct ClubQuery {
    /// Part of a name or a description.
    pub text: String,
    pub status: Option<String>,
    /// Only clubs the caller belongs to or asked to join, whatever their status.
    pub mine: bool,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

pub async fn list_clubs(platform: &Platform, caller: Option<Caller>, query: ClubQuery) -> Outcome<Page<ClubSummary>> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    let filter = restrict(caller, parse(&query)?)?;
    let asker = caller.map(|caller| caller.user_id);
    let mut tx = platform.read().await?;
    let rows = clubs::list(&mut tx, asker, &filter, page).await?;
    let total = clubs::count(&mut tx, asker, &filter).await?;
    Ok(Page::from_rows(rows, page, total, |club| club.id.0))
}

fn parse(query: &ClubQuery) -> Result<ClubFilter, Refusal> {
    let mut problems = Problems::default();
    let text = problems.check("q", parse_line(&query.text, SEARCH_MAX_CHARS)).unwrap_or_default();
    let named = query.status.as_deref().filter(|status| !status.is_empty());
    let status = named.and_then(|raw| problems.check("status", ClubStatus::parse(raw)));
    problems.into_result()?;
    Ok(ClubFilter { text: text.to_lowercase(), status, mine: query.mine })
}

/// To what the caller may see.
fn restrict(caller: Option<Caller>, asked: ClubFilter) -> Result<ClubFilter, Refusal> {
    let status = asked.status.unwrap_or(ClubStatus::Approved);
    if asked.mine {
        caller.ok_or(Refusal::SignInRequired)?;
        return Ok(asked);
    }
    if status != ClubStatus::Approved {
        caller.ok_or(Refusal::SignInRequired)?.must(Role::can_manage_clubs)?;
    }
    Ok(ClubFilter { status: Some(status), ..asked })
}
