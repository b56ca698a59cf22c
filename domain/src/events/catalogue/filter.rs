//! From what was typed to what is looked for.

use super::{CatalogueQuery, Cursor, SEARCH_MAX_CHARS, SEARCH_WORDS_MAX, folded, words_of};
use crate::events::parse_event_time;
use crate::ids::{CategoryId, ClubId};
use crate::money::{Currency, parse_currency};
use crate::page::PageRequest;
use crate::refusal::{FieldProblem, Problems, Refusal};
use crate::text::parse_line;
use crate::time::{Day, Timestamp, parse_zone};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The soonest first; of what is over, the latest.
    Date = 1,
    Relevance = 2,
    Price = 3,
    Newest = 4,
    LatestDate = 5,
}

/// Which events are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What takes place, and is not over.
    Upcoming,
    Past,
    Cancelled,
    /// What a calendar must know: what takes place, and what was to.
    Calendar,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub words: Vec<String>,
    pub category: Option<CategoryId>,
    pub club: Option<ClubId>,
    pub from: Option<Timestamp>,
    pub to: Option<Timestamp>,
    pub city: Option<String>,
    pub online: Option<bool>,
    pub free: Option<bool>,
    pub available: Option<bool>,
    pub mine: bool,
    pub min_price: Option<u32>,
    pub max_price: Option<u32>,
    pub currency: Option<Currency>,
    pub wanted: Wanted,
    pub sort: Sort,
    pub cursor: Option<Cursor>,
    pub limit: u32,
    /// What days are meant in.
    pub time_zone: String,
}

impl Filter {
    /// `home` is the zone of the one who asks.
    pub fn parse(query: &CatalogueQuery, home: &str) -> Result<Self, Refusal> {
        let mut problems = Problems::default();
        let words = problems.check("q", parse_words(&query.text)).unwrap_or_default();
        let named = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let time_zone = named(&query.time_zone).map(|raw| problems.check("time_zone", parse_zone(&raw)));
        let time_zone = time_zone.flatten().unwrap_or_else(|| home.to_owned());
        let from = named(&query.from).and_then(|raw| problems.check("from", parse_start(&raw, &time_zone)));
        let to = named(&query.to).and_then(|raw| problems.check("to", parse_end(&raw, &time_zone)));
        let city = named(&query.city).and_then(|raw| problems.check("city", parse_line(&raw, SEARCH_MAX_CHARS)));
        let min_price = query.min_price.and_then(|amount| problems.check("min_price", parse_amount(amount)));
        let max_price = query.max_price.and_then(|amount| problems.check("max_price", parse_amount(amount)));
        let currency = named(&query.currency).and_then(|raw| problems.check("currency", parse_currency(&raw)));
        let wanted =
            named(&query.status).map_or(Some(Wanted::Upcoming), |raw| problems.check("status", parse_wanted(&raw)));
        let wanted = wanted.unwrap_or(Wanted::Upcoming);
        let sort = named(&query.sort).and_then(|raw| problems.check("sort", parse_sort(&raw)));
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            problems.check::<()>("to", Err("This lies before the beginning. Choose a later day.".into()));
        }
        if min_price.zip(max_price).is_some_and(|(min, max)| max < min) {
            problems.check::<()>("max_price", Err("This is less than the lowest price. Choose a higher one.".into()));
        }
        problems.into_result()?;
        let sort = settle(sort, &words, wanted);
        let limit = PageRequest::parse(query.limit, None)?.limit;
        let cursor = query.cursor.as_deref().filter(|cursor| !cursor.is_empty());
        let cursor = cursor.map(|text| Cursor::parse(text, sort).ok_or_else(not_ours)).transpose()?;
        Ok(Self {
            words,
            category: query.category,
            club: query.club,
            from,
            to,
            city: city.map(|city| folded(&city)),
            online: query.online,
            free: query.free,
            available: query.available,
            mine: query.mine,
            min_price,
            max_price,
            currency,
            wanted,
            sort,
            cursor,
            limit,
            time_zone,
        })
    }
}

fn not_ours() -> Refusal {
    FieldProblem::refuse("cursor", "This cursor is not one of this list. Start again without it.")
}

/// What was typed is sorted by how well it fits; there is nothing to fit where nothing was.
fn settle(asked: Option<Sort>, words: &[String], wanted: Wanted) -> Sort {
    match asked {
        None | Some(Sort::Relevance) if !words.is_empty() => Sort::Relevance,
        Some(sort @ (Sort::Price | Sort::Newest)) => sort,
        _ if wanted == Wanted::Past => Sort::LatestDate,
        _ => Sort::Date,
    }
}

fn parse_words(raw: &str) -> Result<Vec<String>, String> {
    let text = parse_line(raw, SEARCH_MAX_CHARS)?;
    let mut words = Vec::new();
    for word in words_of(&text) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if words.len() > SEARCH_WORDS_MAX {
        return Err(format!("Look for at most {SEARCH_WORDS_MAX} words at once."));
    }
    if words.is_empty() && !text.is_empty() {
        return Err("Use letters or digits to search.".into());
    }
    Ok(words)
}

fn parse_start(raw: &str, zone: &str) -> Result<Timestamp, String> {
    parse_when(raw, |day| day.start(zone))
}

fn parse_end(raw: &str, zone: &str) -> Result<Timestamp, String> {
    parse_when(raw, |day| day.end(zone))
}

fn parse_when(raw: &str, moment: impl Fn(Day) -> Timestamp) -> Result<Timestamp, String> {
    let raw = raw.trim();
    let text = match Day::parse(raw) {
        Some(day) => moment(day).to_string(),
        None => raw.to_owned(),
    };
    if Timestamp::parse(&text).is_none() {
        return Err("Enter a day like 2026-11-21 or a time like 2026-11-21T18:00:00Z.".into());
    }
    parse_event_time(&text)
}

/// Said to programs; whoever asks people in a form has other words for it.
pub const MINOR_UNITS_EXPECTED: &str = "Choose an amount of at least 0, in minor units like cents.";

fn parse_amount(amount: i64) -> Result<u32, String> {
    u32::try_from(amount).map_err(|_| MINOR_UNITS_EXPECTED.to_owned())
}

fn parse_wanted(raw: &str) -> Result<Wanted, String> {
    match raw {
        "upcoming" => Ok(Wanted::Upcoming),
        "past" => Ok(Wanted::Past),
        "cancelled" => Ok(Wanted::Cancelled),
        _ => Err("Choose upcoming, past or cancelled.".into()),
    }
}

fn parse_sort(raw: &str) -> Result<Sort, String> {
    match raw {
        "date" => Ok(Sort::Date),
        "relevance" => Ok(Sort::Relevance),
        "price" => Ok(Sort::Price),
        "newest" => Ok(Sort::Newest),
        _ => Err("Choose date, relevance, price or newest.".into()),
    }
}

/// Some days to choose, and the moments they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    pub name: &'static str,
    pub first: Day,
    pub last: Day,
    pub from: Timestamp,
    pub to: Timestamp,
}

/// Today, the weekend (which on a Sunday is the one that is), the rest of the week and of the month.
pub fn days_to_choose(now: Timestamp, zone: &str) -> [Days; 4] {
    let today = Day::of(now, zone);
    let sunday = today.plus(6 - today.weekday());
    let saturday = sunday.plus(-1).max(today);
    let days = |name, first: Day, last: Day| Days { name, first, last, from: first.start(zone), to: last.end(zone) };
    [
        days("today", today, today),
        days("weekend", saturday, sunday),
        days("week", today, sunday),
        days("month", today, today.last_of_month()),
    ]
}
