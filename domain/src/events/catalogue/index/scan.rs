//! Looking through all of it: what fits, what comes first, and how much there is.

use std::collections::BinaryHeap;

use super::Index;
use super::facets::Tally;
use super::row::{Row, Viewer};
use crate::events::catalogue::{Cursor, Days, Filter, Key, Sort, Wanted, days_to_choose};
use crate::events::{Facets, Offer};
use crate::ids::{ClubId, EventId, UserId};
use crate::time::Timestamp;

/// A page of what was looked for.
pub struct Found {
    pub items: Vec<(EventId, Offer)>,
    pub next: Option<Cursor>,
    pub total: i64,
    pub facets: Option<Facets>,
}

/// The parts of a filter that are counted, each as if it were not there.
pub const CATEGORY: u8 = 1;
pub const CITY: u8 = 2;
pub const PLACE: u8 = 4;
pub const PRICE: u8 = 8;
pub const WHEN: u8 = 16;
pub const REST: u8 = 32;

/// A filter in the numbers of the index. What it does not know is 0, which nothing is.
pub struct Search<'f> {
    pub filter: &'f Filter,
    pub now: Timestamp,
    viewer: &'f Viewer,
    category: Option<u32>,
    club: Option<u32>,
    city: Option<u32>,
}

impl Index {
    pub fn viewer(&self, admin: bool, person: Option<UserId>, clubs: &[ClubId]) -> Viewer {
        let number = |id| self.things.find(&id);
        Viewer {
            admin,
            person: person.and_then(|person| number(person.0)).unwrap_or(0),
            clubs: clubs.iter().filter_map(|club| number(club.0)).collect(),
        }
    }

    pub fn find(&self, filter: &Filter, viewer: &Viewer, now: Timestamp, counted: bool) -> Found {
        let mut page = FirstOnes::new(filter);
        let mut total = 0;
        let facets = self.look_through(filter, viewer, now, counted, |slot, row, score| {
            total += 1;
            page.offer(self.key(filter.sort, slot, row, score, now), slot);
        });
        let (items, next) = page.into_page(filter, |slot| self.rows.get(slot).map(|row| row.offer_at(now)));
        Found { items, next, total, facets }
    }

    /// Hands over every row that fits, in no order, and counts what other choices would find.
    pub(super) fn look_through(
        &self,
        filter: &Filter,
        viewer: &Viewer,
        now: Timestamp,
        counted: bool,
        mut fits: impl FnMut(usize, &Row, u16),
    ) -> Option<Facets> {
        const UNKNOWN: u32 = u32::MAX;
        let number = |id| self.things.find(&id).unwrap_or(UNKNOWN);
        let search = Search {
            filter,
            now,
            viewer,
            category: filter.category.map(|id| number(id.0)),
            club: filter.club.map(|id| number(id.0)),
            city: filter.city.as_ref().map(|city| self.cities.find(city).unwrap_or(UNKNOWN)),
        };
        let scores = self.scores(filter, viewer);
        let days = days_to_choose(now, &filter.time_zone);
        let mut tally = counted.then(|| Tally::new(self));
        for (slot, row) in self.rows.iter().enumerate() {
            let score = match &scores {
                None => 0,
                Some(scores) => match scores.of(slot) {
                    None => continue,
                    Some(score) => score,
                },
            };
            if !row.is_seen_by(viewer) {
                continue;
            }
            let failing = search.failing(row);
            if let Some(tally) = &mut tally {
                tally.count(row, failing, &search, &days);
            }
            if failing == 0 {
                fits(slot, row, score);
            }
        }
        tally.map(|tally| tally.into_facets(self, &days))
    }

    fn key(&self, sort: Sort, slot: usize, row: &Row, score: u16, now: Timestamp) -> Key {
        let (first, second) = match sort {
            Sort::Date => (row.starts_at, 0),
            Sort::LatestDate => (-row.starts_at, 0),
            Sort::Relevance => (-i64::from(score), row.starts_at),
            // What costs nobody knows what comes last.
            Sort::Price => (row.offer_at(now).price.map_or(i64::MAX, |price| i64::from(price.lowest)), row.starts_at),
            Sort::Newest => (-self.published.get(slot).copied().unwrap_or_default(), 0),
        };
        Key { first, second, id: self.ids.get(slot).copied().unwrap_or_default() }
    }
}

impl Search<'_> {
    /// The parts of the filter that keep this row out.
    fn failing(&self, row: &Row) -> u8 {
        let filter = self.filter;
        let not = |holds: bool, part: u8| if holds { 0 } else { part };
        let priced = filter.free.is_some()
            || filter.available.is_some()
            || filter.min_price.is_some()
            || filter.max_price.is_some();
        let mut failing = not(self.is_wanted(row), REST)
            | not(self.category.is_none_or(|category| category == row.category), CATEGORY)
            | not(self.city.is_none_or(|city| city == row.city), CITY)
            | not(filter.online.is_none_or(|online| online == row.is_online()), PLACE)
            | not(self.club.is_none_or(|club| club == row.club), REST)
            | not(!filter.mine || row.is_of(self.viewer), REST)
            | not(filter.currency.is_none_or(|currency| currency == row.currency), REST)
            | not(self.is_in_time(row), WHEN);
        if priced {
            let offer = row.offer_at(self.now);
            failing |= not(filter.free.is_none_or(|free| free == offer.is_free()), PRICE)
                | not(filter.available.is_none_or(|available| available == offer.available), REST)
                | not(self.costs_as_much(&offer), REST);
        }
        failing
    }

    fn is_wanted(&self, row: &Row) -> bool {
        match self.filter.wanted {
            Wanted::Upcoming => !row.is_cancelled(),
            Wanted::Past => !row.is_cancelled() && row.ends_at <= self.now.as_micros(),
            Wanted::Cancelled => row.is_cancelled(),
            Wanted::Calendar => true,
        }
    }

    /// Whether some of it lies in the days that are asked for: without any, in those to come.
    fn is_in_time(&self, row: &Row) -> bool {
        let filter = self.filter;
        let (from, to) = (filter.from.map(Timestamp::as_micros), filter.to.map(Timestamp::as_micros));
        let past = filter.wanted == Wanted::Past;
        from.map_or_else(|| past || row.ends_at > self.now.as_micros(), |from| row.ends_at > from)
            && to.is_none_or(|to| row.starts_at < to)
    }

    /// Whether something of it costs as much as was asked for.
    fn costs_as_much(&self, offer: &Offer) -> bool {
        let (min, max) = (self.filter.min_price, self.filter.max_price);
        if min.is_none() && max.is_none() {
            return true;
        }
        offer.price.is_some_and(|price| {
            min.is_none_or(|min| price.highest >= min) && max.is_none_or(|max| price.lowest <= max)
        })
    }
}

pub fn lies_in(row: &Row, days: &Days) -> bool {
    row.ends_at > days.from.as_micros() && row.starts_at < days.to.as_micros()
}

/// The first after the cursor, and one more: that one only tells that there is a next page.
struct FirstOnes {
    heap: BinaryHeap<(Key, usize)>,
    after: Option<Key>,
    limit: usize,
}

impl FirstOnes {
    fn new(filter: &Filter) -> Self {
        let limit = filter.limit as usize;
        Self { heap: BinaryHeap::with_capacity(limit + 2), after: filter.cursor.map(|cursor| cursor.after), limit }
    }

    fn offer(&mut self, key: Key, slot: usize) {
        if self.after.is_some_and(|after| key <= after) {
            return;
        }
        if self.heap.len() > self.limit {
            if self.heap.peek().is_some_and(|(last, _)| *last <= key) {
                return;
            }
            self.heap.pop();
        }
        self.heap.push((key, slot));
    }

    fn into_page(
        self,
        filter: &Filter,
        offer: impl Fn(usize) -> Option<Offer>,
    ) -> (Vec<(EventId, Offer)>, Option<Cursor>) {
        let more = self.heap.len() > self.limit;
        let mut first = self.heap.into_sorted_vec();
        first.truncate(self.limit);
        let last = first.last().filter(|_| more).map(|(after, _)| Cursor { sort: filter.sort, after: *after });
        let items = first.into_iter().filter_map(|(key, slot)| Some((EventId(key.id), offer(slot)?))).collect();
        (items, last)
    }
}
