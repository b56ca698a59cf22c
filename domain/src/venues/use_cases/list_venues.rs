//! Looking for venues.

use super::meet_venue::stand;
use crate::accounts::Caller;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::text::parse_line;
use crate::venues::store::venues::{self, VenueFilter};
use crate::venues::{Venue, parse_venue_city};

const SEARCH_MAX_CHARS: usize = 100;

#[derive(Clone, Debug, Default)]
pub struct VenueQuery {
    /// Part of a name, an address or a city.
    pub text: String,
    pub city: String,
    /// Only venues the caller looks after.
    pub mine: bool,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

pub async fn list_venues(platform: &Platform, caller: Option<Caller>, query: VenueQuery) -> Outcome<Page<Venue>> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    let filter = parse(&query)?;
    if filter.mine {
        caller.ok_or(Refusal::SignInRequired)?;
    }
    let asker = caller.map(|caller| caller.user_id);
    let mut tx = platform.read().await?;
    let rows = venues::list(&mut tx, asker, &filter, page).await?;
    let total = venues::count(&mut tx, asker, &filter).await?;
    Ok(Page::from_rows(rows, page, total, |row| row.venue_id.0).map(|row| {
        let standing = stand(caller, &row);
        row.into_venue(standing)
    }))
}

fn parse(query: &VenueQuery) -> Result<VenueFilter, Refusal> {
    let mut problems = Problems::default();
    let text = problems.check("q", parse_line(&query.text, SEARCH_MAX_CHARS)).unwrap_or_default();
    let city = problems.check("city", parse_venue_city(&query.city)).unwrap_or_default();
    problems.into_result()?;
    Ok(VenueFilter { text: text.to_lowercase(), city: city.to_lowercase(), mine: query.mine })
}
