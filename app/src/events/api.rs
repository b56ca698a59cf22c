//! The server functions of the events' pages: find who asks, call a use case, answer.
#![expect(clippy::too_many_arguments, reason = "a function takes one argument per field of its form")]

use leptos::prelude::*;

use crate::api_error::ApiError;
use crate::events::api_views::{EventPageShown, EventsShown, FrontPageShown, MonthShown};

pub mod agenda;
pub mod categories;
pub mod dates;
pub mod organize;
pub mod quotas;
pub mod tickets;

#[cfg(feature = "ssr")]
mod load;
#[cfg(feature = "ssr")]
mod load_dates;
#[cfg(feature = "ssr")]
mod load_organizer;
#[cfg(feature = "ssr")]
mod looked_for;
#[cfg(feature = "ssr")]
pub mod typed;

#[cfg(feature = "ssr")]
use crate::caller::{anybody, asking, id_in_address, platform};
#[cfg(feature = "ssr")]
use domain::events::CatalogueQuery;
#[cfg(feature = "ssr")]
use looked_for::LookedFor;

/// What is on. Everything is as the address of the page says it: empty is anything.
#[server(prefix = "/api/fn", endpoint = "events/find_events")]
pub async fn find_events(
    #[server(default)] q: String,
    #[server(default)] category: String,
    #[server(default)] club: String,
    #[server(default)] city: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] min_price: String,
    #[server(default)] max_price: String,
    #[server(default)] currency: String,
    #[server(default)] online: bool,
    #[server(default)] free: bool,
    #[server(default)] available: bool,
    #[server(default)] mine: bool,
    #[server(default)] status: String,
    #[server(default)] sort: String,
    #[server(default)] cursor: String,
) -> Result<EventsShown, ApiError> {
    let looked_for =
        LookedFor { q, category, club, city, min_price, max_price, currency, online, free, available, mine };
    let query = CatalogueQuery {
        from: Some(from),
        to: Some(to),
        status: Some(status),
        sort: Some(sort),
        cursor: Some(cursor),
        facets: true,
        ..CatalogueQuery::default()
    };
    load::events(&platform()?, anybody()?, looked_for, query).await
}

/// A month of it: `month` is like `2026-11`, and the one it is when it is empty.
#[server(prefix = "/api/fn", endpoint = "events/find_month")]
pub async fn find_month(
    #[server(default)] q: String,
    #[server(default)] category: String,
    #[server(default)] club: String,
    #[server(default)] city: String,
    #[server(default)] min_price: String,
    #[server(default)] max_price: String,
    #[server(default)] currency: String,
    #[server(default)] online: bool,
    #[server(default)] free: bool,
    #[server(default)] available: bool,
    #[server(default)] mine: bool,
    #[server(default)] month: String,
) -> Result<MonthShown, ApiError> {
    let looked_for =
        LookedFor { q, category, club, city, min_price, max_price, currency, online, free, available, mine };
    let month = Some(month).filter(|month| !month.is_empty());
    load::month(&platform()?, anybody()?, looked_for, month.as_deref()).await
}

/// What the first page shows of it.
#[server(prefix = "/api/fn", endpoint = "events/load_front_page")]
pub async fn load_front_page() -> Result<FrontPageShown, ApiError> {
    load::front_page(&platform()?, anybody()?).await
}

/// Prices are those with the code, where somebody typed one.
#[server(prefix = "/api/fn", endpoint = "events/load_event_page")]
pub async fn load_event_page(event_id: String, #[server(default)] code: String) -> Result<EventPageShown, ApiError> {
    load::event_page(&platform()?, anybody()?, &asking()?.visit, id_in_address(&event_id)?, &code).await
}
