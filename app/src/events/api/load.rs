//! What a whole page needs, gathered from several use cases.

use domain::accounts::Caller;
use domain::events::{self, CatalogueQuery};
use domain::ids::EventId;
use domain::platform::Platform;

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
    event_id: EventId,
) -> Result<EventPageShown, ApiError> {
    let reader = Reader::of(platform, caller).await?;
    let event = events::see_event(platform, caller, event_id).await?;
    let tickets = events::list_ticket_types(platform, caller, event_id).await?.items;
    let availability = events::see_availability(platform, caller, event_id).await?;
    let sessions = events::list_event_sessions(platform, caller, event_id).await?.items;
    let dates = events::see_dates(platform, caller, event_id).await?;
    Ok(show::event_page(event, tickets, &availability, sessions, dates, &reader))
}
