//! What the API gives of the catalogue.

use domain::events::{CataloguePage, Facets, ListedEvent};
use domain::money::Money;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::event_views::ListedEventView;
use super::views::MoneyView;

/// A page of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub struct CatalogueView {
    pub items: Vec<FoundEventView>,
    /// Pass it as `cursor` for the next page, with everything else as it was; null on the last.
    pub next_cursor: Option<String>,
    /// Of all pages together, exactly.
    #[schema(example = 42)]
    pub total: i64,
    /// With `facets=true`.
    pub facets: Option<FacetsView>,
}

/// An event in the catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundEventView {
    #[serde(flatten)]
    pub event: ListedEventView,
    /// What it costs now; null where no price is shown.
    pub price: Option<PriceView>,
    /// Whether there is a way in that costs nothing.
    pub free: bool,
    /// Whether somebody who may come can have a place.
    pub available: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PriceView {
    pub lowest: MoneyView,
    pub highest: MoneyView,
}

/// How many events one would find with another choice, everything else staying as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct FacetsView {
    /// The fullest first.
    pub categories: Vec<CategoryCountView>,
    /// The fullest first, at most 20.
    pub cities: Vec<CityCountView>,
    /// With `online=true`.
    pub online: i64,
    /// With `online=false`.
    pub in_person: i64,
    /// With `free=true`.
    pub free: i64,
    /// `today`, `weekend`, `week` and `month`, with the days that find them.
    pub when: Vec<DaysCountView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CategoryCountView {
    pub id: Uuid,
    #[schema(example = "Music")]
    pub name: String,
    pub events: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CityCountView {
    #[schema(example = "Leipzig")]
    pub city: String,
    pub events: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DaysCountView {
    #[schema(example = "weekend")]
    pub name: String,
    #[schema(format = Date, example = "2026-11-21")]
    pub from: String,
    #[schema(format = Date, example = "2026-11-22")]
    pub to: String,
    pub events: i64,
}

impl From<CataloguePage> for CatalogueView {
    fn from(page: CataloguePage) -> Self {
        Self {
            items: page.items.into_iter().map(FoundEventView::from).collect(),
            next_cursor: page.next_cursor,
            total: page.total,
            facets: page.facets.map(FacetsView::from),
        }
    }
}

impl From<ListedEvent> for FoundEventView {
    fn from(found: ListedEvent) -> Self {
        let money = |amount: u32| MoneyView::from(Money::new(amount.into(), found.currency));
        Self {
            free: found.price.is_some_and(|price| price.lowest == 0),
            price: found.price.map(|price| PriceView { lowest: money(price.lowest), highest: money(price.highest) }),
            available: found.available,
            event: found.event.into(),
        }
    }
}

impl From<Facets> for FacetsView {
    fn from(facets: Facets) -> Self {
        let categories = facets.categories.into_iter();
        let cities = facets.cities.into_iter();
        let when = facets.when.into_iter();
        Self {
            categories: categories
                .map(|count| CategoryCountView { id: count.id.0, name: count.name, events: count.events })
                .collect(),
            cities: cities.map(|count| CityCountView { city: count.city, events: count.events }).collect(),
            online: facets.online,
            in_person: facets.in_person,
            free: facets.free,
            when: when
                .map(|days| DaysCountView { name: days.name, from: days.from, to: days.to, events: days.events })
                .collect(),
        }
    }
}
