//! What a whole page needs, gathered from several use cases.

use domain::accounts::{Caller, Visit};
use domain::clubs;
use domain::events::{self, CatalogueQuery, Facets};
use domain::ids::EventId;
use domain::money::Currency;
use domain::outcome::{Failure, Outcome};
use domain::platform::Platform;
use domain::promotions::{CodeCheck, check_code};

use super::looked_for::{LookedFor, in_amounts};
use crate::api_error::ApiError;
use crate::events::api_views::{EventPageShown, EventsShown, FrontPageShown, MonthShown, NarrowedTo, show};
use crate::reader::Reader;

const EVENTS_PER_PAGE: i64 = 24;
/// Two rows of posters.
const NEXT_ON_FRONT_PAGE: i64 = 8;
const MINE_ON_FRONT_PAGE: i64 = 4;

pub async fn events(
    platform: &Platform,
    caller: Option<Caller>,
    looked_for: LookedFor,
    query: CatalogueQuery,
) -> Result<EventsShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let query = CatalogueQuery { limit: Some(EVENTS_PER_PAGE), ..query };
    let query = looked_for.narrow(query, reader.currency())?;
    let currency = currency_of(&query, &reader);
    let found = events::find_events(platform, caller, query.clone()).await;
    let page = found.map_err(|refused| in_amounts(refused, currency))?;
    let facets = page.facets.unwrap_or_default();
    Ok(EventsShown {
        narrowed_to: narrowed_to(platform, caller, &query, &facets).await?,
        events: page.items.into_iter().map(|listed| show::card(listed, &reader)).collect(),
        next_cursor: page.next_cursor,
        total: page.total,
        facets,
        currency,
        signed_in: caller.is_some(),
    })
}

pub async fn front_page(platform: &Platform, caller: Option<Caller>) -> Result<FrontPageShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let query = CatalogueQuery { limit: Some(NEXT_ON_FRONT_PAGE), facets: true, ..CatalogueQuery::default() };
    let next = events::find_events(platform, caller, query).await?;
    let query = CatalogueQuery { mine: true, limit: Some(MINE_ON_FRONT_PAGE), ..CatalogueQuery::default() };
    let (mine, mine_total) = match caller {
        Some(_) => {
            let page = events::find_events(platform, caller, query).await?;
            (page.items, page.total)
        }
        None => (Vec::new(), 0),
    };
    let card = |listed| show::card(listed, &reader);
    Ok(FrontPageShown {
        mine: mine.into_iter().map(card).collect(),
        mine_total,
        next: next.items.into_iter().map(card).collect(),
        total: next.total,
        days: next.facets.unwrap_or_default().when,
    })
}

pub async fn month(
    platform: &Platform,
    caller: Option<Caller>,
    looked_for: LookedFor,
    month: Option<&str>,
) -> Result<MonthShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let query = looked_for.narrow(CatalogueQuery::default(), reader.currency())?;
    let currency = currency_of(&query, &reader);
    let month = events::see_month(platform, caller, query.clone(), month).await;
    let month = month.map_err(|refused| in_amounts(refused, currency))?;
    let narrowed_to = narrowed_to(platform, caller, &query, &month.facets).await?;
    Ok(show::month(month, narrowed_to, currency, caller.is_some(), &reader))
}

/// What prices are asked for in.
fn currency_of(query: &CatalogueQuery, reader: &Reader) -> Currency {
    query.currency.as_deref().and_then(Currency::parse).unwrap_or_else(|| reader.currency())
}

/// What is there no more, or is not for everybody, has no name here. A category that something is in was counted, with its
/// name: only for another one the database is asked, which then counts the events of all of them.
async fn narrowed_to(
    platform: &Platform,
    caller: Option<Caller>,
    query: &CatalogueQuery,
    facets: &Facets,
) -> Result<NarrowedTo, ApiError> {
    let club = match query.club {
        Some(id) => known(clubs::see_club(platform, caller, id).await)?.map(|club| club.name),
        None => None,
    };
    let is_counted = |id| facets.categories.iter().any(|category| category.id == id);
    let category = match query.category.filter(|id| !is_counted(*id)) {
        Some(id) => {
            let all = events::list_categories(platform).await?.items;
            all.into_iter().find(|category| category.id == id).map(|category| category.name)
        }
        None => None,
    };
    Ok(NarrowedTo { club, category })
}

/// A refusal says that there is nothing to see; a fault is one.
fn known<T>(outcome: Outcome<T>) -> Result<Option<T>, ApiError> {
    match outcome {
        Ok(known) => Ok(Some(known)),
        Err(Failure::Refused(_)) => Ok(None),
        Err(fault) => Err(fault.into()),
    }
}

pub async fn event_page(
    platform: &Platform,
    caller: Option<Caller>,
    visit: &Visit,
    event_id: EventId,
    code: &str,
) -> Result<EventPageShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let event = events::see_event(platform, caller, event_id).await?;
    let tickets = events::list_ticket_types(platform, caller, event_id).await?.items;
    let availability = events::see_availability(platform, caller, event_id).await?;
    let sessions = events::list_event_sessions(platform, caller, event_id).await?.items;
    // Most events stand alone.
    let dates = match event.series_id {
        Some(_) => events::see_dates(platform, caller, event_id).await?.items,
        None => Vec::new(),
    };
    let mut page = show::event_page(event, tickets, &availability, sessions, dates, &reader);
    if !code.is_empty() {
        show::with_code(&mut page, code, check(platform, caller, visit, event_id, code).await?);
    }
    Ok(page)
}

/// What a code does here, or the sentence why it does not: either way the page is drawn.
async fn check(
    platform: &Platform,
    caller: Option<Caller>,
    visit: &Visit,
    event_id: EventId,
    code: &str,
) -> Result<Result<CodeCheck, String>, ApiError> {
    match check_code(platform, caller, visit, event_id, code).await {
        Ok(check) => Ok(Ok(check)),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal.sentence())),
        Err(failure) => Err(failure.into()),
    }
}
