//! The catalogue: finding events by their words and by what they are. Published events are kept in the memory of every
//! server, in the form they are searched; the database says what changed.

mod offer;
mod views;
mod words;

#[cfg(feature = "server")]
mod calendar;
#[cfg(feature = "server")]
mod cursor;
#[cfg(feature = "server")]
mod filter;
#[cfg(feature = "server")]
mod index;
#[cfg(feature = "server")]
mod keep_up;

pub use offer::{Offer, OnOffer, PriceRange, offers_of};
pub use views::{
    CataloguePage, CatalogueQuery, CategoryCount, CityCount, DaysCount, Facets, ListedEvent, MonthDay, MonthPage,
};
pub use words::{folded, kept_words, words_of};

#[cfg(feature = "server")]
pub use calendar::{CalendarEvent, write_calendar};
#[cfg(feature = "server")]
pub use cursor::{Cursor, Key};
#[cfg(feature = "server")]
pub use filter::{Days, Filter, MINOR_UNITS_EXPECTED, Sort, Wanted, days_to_choose};
#[cfg(feature = "server")]
pub use keep_up::Catalogue;
#[cfg(feature = "server")]
pub(crate) use keep_up::Looking;

/// Cities that are counted.
pub const CITIES_MAX: usize = 20;
/// Words one may look for at once.
pub const SEARCH_WORDS_MAX: usize = 12;
pub const SEARCH_MAX_CHARS: usize = 200;
