//! Every event of the catalogue, in memory: compact rows that are looked through one by one, and the words they are
//! found by. A hundred thousand of them are looked through faster than a database answers about twenty.

mod by_day;
mod dictionary;
mod facets;
mod matching;
mod row;
mod scan;
mod similar;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use uuid::Uuid;

use super::{folded, words_of};
use crate::events::store::listings::ListingRow;
use dictionary::{Dictionary, Field};
use row::Row;

pub use by_day::FoundByDay;
pub use scan::Found;

/// Rows that were replaced are kept until there are this many more of them than of others.
const DEAD_SPARE: usize = 1_000;

#[derive(Default)]
pub struct Index {
    rows: Vec<Row>,
    ids: Vec<Uuid>,
    published: Vec<i64>,
    /// Of the words of each row: an event that is sold out is found by the same words as before.
    fingerprints: Vec<u64>,
    slots: HashMap<Uuid, u32>,
    dead: usize,
    /// Categories, clubs and people as small numbers.
    things: Numbers<Uuid>,
    cities: Numbers<String>,
    /// As each city was written first.
    city_names: Vec<String>,
    names: HashMap<u32, Name>,
    dictionary: Dictionary,
}

/// What a category or a club is called.
struct Name {
    shown: String,
    words: Vec<String>,
}

/// Numbers for things, in the order they came. Nothing is 0.
struct Numbers<T>(HashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: std::hash::Hash + Eq> Numbers<T> {
    fn of(&mut self, thing: T) -> u32 {
        let next = u32::try_from(self.0.len() + 1).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert(next)
    }

    fn find(&self, thing: &T) -> Option<u32> {
        self.0.get(thing).copied()
    }
}

impl Index {
    /// Whether there is so much in it that is no more that it is better made anew.
    pub fn is_worn(&self) -> bool {
        self.dead > self.slots.len() + DEAD_SPARE
    }

    pub fn put_name(&mut self, id: Uuid, name: String) {
        let thing = self.things.of(id);
        let words = words_of(&name);
        self.names.insert(thing, Name { shown: name, words });
    }

    pub fn put(&mut self, listing: &ListingRow) {
        let row = self.row_of(listing);
        let (id, fingerprint) = (listing.event_id.0, fingerprint(listing));
        let published = listing.published_at.as_micros();
        if let Some(&slot) = self.slots.get(&id) {
            let at = slot as usize;
            if self.fingerprints.get(at) == Some(&fingerprint) {
                if let Some(old) = self.rows.get_mut(at) {
                    *old = row;
                }
                return;
            }
            if let Some(old) = self.rows.get_mut(at) {
                old.die();
            }
            self.dead += 1;
        }
        let Ok(slot) = u32::try_from(self.rows.len()) else { return };
        self.rows.push(row);
        self.ids.push(id);
        self.published.push(published);
        self.fingerprints.push(fingerprint);
        self.slots.insert(id, slot);
        self.dictionary.add(slot, Field::Text, &listing.text_words);
        self.dictionary.add(slot, Field::Place, &listing.place_words);
        self.dictionary.add(slot, Field::Title, &listing.title_words);
    }

    fn row_of(&mut self, listing: &ListingRow) -> Row {
        let category = listing.category_id.map_or(0, |id| self.things.of(id.0));
        let club = listing.club_id.map_or(0, |id| self.things.of(id.0));
        let creator = self.things.of(listing.created_by.0);
        let city = listing.city.as_deref().map_or(0, |city| self.city_of(city));
        Row::new(listing, category, club, creator, city)
    }

    fn city_of(&mut self, city: &str) -> u32 {
        let number = self.cities.of(folded(city));
        if self.city_names.len() < number as usize {
            self.city_names.push(city.to_owned());
        }
        number
    }
}

fn fingerprint(listing: &ListingRow) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&listing.title_words, &listing.place_words, &listing.text_words).hash(&mut hasher);
    hasher.finish()
}
