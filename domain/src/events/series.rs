//! Events that come again: the rule, and the dates it makes.

mod dates;
mod rule;

pub use dates::{SERIES_DATES_MAX, SERIES_YEARS_MAX, dates_of, days_of, parse_exceptions};
pub use rule::{End, Every, INTERVAL_MAX, OnDay, Rule, WEEKDAY_CODES};
