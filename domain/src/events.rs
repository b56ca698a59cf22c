//! Events: what is put on, when and where, of which kind, and for whom.

mod agenda;
mod availability;
mod catalogue;
mod category;
mod event;
mod pricing;
mod publishing;
mod shared_quota;
mod standing;
mod ticket_type;
mod views;

pub use agenda::{
    ROOM_MAX_CHARS, SESSION_DESCRIPTION_MAX_CHARS, SESSION_TITLE_MAX_CHARS, SESSIONS_MAX, SPEAKER_NAME_MAX_CHARS,
    SessionEdit, SessionFields, move_all, parse_room, parse_session_description, parse_session_title,
    parse_speaker_name,
};
pub use availability::{NotOnSale, Selling};
pub use catalogue::{
    CITIES_MAX, CataloguePage, CatalogueQuery, CategoryCount, CityCount, DaysCount, Facets, ListedEvent, MonthDay,
    MonthPage, Offer, OnOffer, PriceRange, SEARCH_MAX_CHARS, SEARCH_WORDS_MAX, folded, kept_words, offers_of, words_of,
};
pub use category::{
    CATEGORIES_MAX, CATEGORY_NAME_MAX_CHARS, CATEGORY_NAME_MIN_CHARS, CategoryEdit, parse_category_name,
};
pub use event::{
    CANCEL_REASON_MAX_CHARS, CAPACITY_MAX, CITY_MAX_CHARS, EVENT_DAYS_MAX, EVENT_DESCRIPTION_MAX_CHARS,
    EVENT_TITLE_MAX_CHARS, EventDraft, EventEdit, EventStatus, FollowingEdit, LOCATION_MAX_CHARS, LaterEnd,
    ONLINE_URL_MAX_CHARS, TIME_EXPECTED, check_times, parse_cancel_reason, parse_capacity, parse_city,
    parse_event_description, parse_event_time, parse_event_title, parse_location, parse_online_url,
};
pub use pricing::{PRICE_MAX, PriceNow, TIER_NAME_MAX_CHARS, TIERS_MAX, Tier, price_now};
pub use publishing::{ClubReady, PublishProblem, Readiness, lasting_problems, publish_problems};
pub use shared_quota::{
    SHARED_QUOTA_NAME_MAX_CHARS, SHARED_QUOTAS_MAX, SharedQuota, SharedQuotaEdit, SharedQuotaFields, parse_quota_name,
    parse_quota_size, parse_sharers,
};
pub use standing::{Exposure, Standing};
pub use ticket_type::{
    Amount, PER_ORDER_DEFAULT, PER_ORDER_MAX, PER_PERSON_MAX, POSITION_LAST, Price, QUOTA_MAX,
    TICKET_DESCRIPTION_MAX_CHARS, TICKET_TYPES_MAX, TicketTypeEdit, TicketTypeFields, TierDraft, check_ticket_type,
    parse_count, parse_price, parse_ticket_description, parse_ticket_name, parse_tiers,
};
pub use views::{
    Availability, Category, ComingDates, Event, EventDate, EventDates, EventSummary, NextDate, NotReadyDate,
    ProgrammeLine, PublishedDates, Session, TicketAvailability, TicketType,
};

#[cfg(feature = "server")]
pub use catalogue::{Catalogue, MINOR_UNITS_EXPECTED};
#[cfg(feature = "server")]
mod series;
#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod use_cases;
#[cfg(feature = "server")]
pub use series::{End, Every, INTERVAL_MAX, OnDay, Rule, SERIES_DATES_MAX, SERIES_YEARS_MAX, WEEKDAY_CODES};
#[cfg(feature = "server")]
pub use use_cases::*;
