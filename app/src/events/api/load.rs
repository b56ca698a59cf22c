//! What a whole page needs, gathered from several use cases.

use domain::accounts::{Caller, Visit};
use domain::events::{self, CatalogueQuery};
use domain::ids::EventId;
use domain::outcome::Failure;
use domain::platform::Platform;
use domain::promotions::{CodeCheck, check_code};

use crate::api_error::ApiError;
use crate::events::api_views::{EventPageShown, EventsShown, show};
use crate::reader::Reader;

const EVENTS_PER_PAGE: i64 = 24;

pub async fn events(
    platform: &Platform,
    caller: Option<Caller>,
    query: CatalogueQuery,
) -> Result<EventsShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let query = CatalogueQuery { limit: Some(EVENTS_PER_PAGE), ..query };
    let page = events::find_events(platform, caller, query).await?;
    Ok(EventsShown {
        events: page.items.into_iter().map(|listed| show::card(listed, &reader)).collect(),
        next_cursor: page.next_cursor,
        total: page.total,
        facets: page.facets.unwrap_or_default(),
    })
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
    let mut page = show::event_page(event, tickets, &availability, sessions, &reader);
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
