//! How much one would find with another choice.

use std::collections::HashMap;

use super::Index;
use super::row::Row;
use super::scan::{CATEGORY, CITY, PLACE, PRICE, Search, WHEN, lies_in};
use crate::events::catalogue::Days;
use crate::events::{CITIES_MAX, CategoryCount, CityCount, DaysCount, Facets};
use crate::ids::CategoryId;

pub struct Tally {
    categories: Vec<i64>,
    cities: Vec<i64>,
    online: i64,
    in_person: i64,
    free: i64,
    when: [i64; 4],
}

impl Tally {
    pub fn new(index: &Index) -> Self {
        Self {
            categories: vec![0; index.things.0.len() + 1],
            cities: vec![0; index.cities.0.len() + 1],
            online: 0,
            in_person: 0,
            free: 0,
            when: [0; 4],
        }
    }

    /// Counts for each part that alone would keep it out, or for all of them when none does.
    pub fn count(&mut self, row: &Row, failing: u8, search: &Search<'_>, days: &[Days; 4]) {
        let fits_but_for = |part: u8| failing & !part == 0;
        if fits_but_for(CATEGORY) {
            add(&mut self.categories, row.category);
        }
        if fits_but_for(CITY) {
            add(&mut self.cities, row.city);
        }
        if fits_but_for(PLACE) {
            if row.is_online() {
                self.online += 1;
            } else {
                self.in_person += 1;
            }
        }
        if fits_but_for(PRICE) && row.offer_at(search.now).is_free() {
            self.free += 1;
        }
        if fits_but_for(WHEN) {
            for (count, days) in self.when.iter_mut().zip(days) {
                *count += i64::from(lies_in(row, days));
            }
        }
    }

    pub fn into_facets(self, index: &Index, days: &[Days; 4]) -> Facets {
        Facets {
            categories: categories(&self.categories, index),
            cities: cities(&self.cities, index),
            online: self.online,
            in_person: self.in_person,
            free: self.free,
            when: days
                .iter()
                .zip(self.when)
                .map(|(days, events)| DaysCount {
                    name: days.name.into(),
                    from: days.first.to_string(),
                    to: days.last.to_string(),
                    events,
                })
                .collect(),
        }
    }
}

fn add(counts: &mut [i64], number: u32) {
    if let Some(count) = counts.get_mut(number as usize) {
        *count += 1;
    }
}

fn categories(counts: &[i64], index: &Index) -> Vec<CategoryCount> {
    let ids: HashMap<u32, uuid::Uuid> = index.things.0.iter().map(|(id, number)| (*number, *id)).collect();
    let mut counted: Vec<CategoryCount> = (0_u32..)
        .zip(counts)
        .filter(|(number, count)| *number > 0 && **count > 0)
        .filter_map(|(number, count)| {
            let (id, name) = (ids.get(&number)?, index.names.get(&number)?);
            Some(CategoryCount { id: CategoryId(*id), name: name.shown.clone(), events: *count })
        })
        .collect();
    counted.sort_by(|a, b| b.events.cmp(&a.events).then_with(|| a.name.cmp(&b.name)));
    counted
}

fn cities(counts: &[i64], index: &Index) -> Vec<CityCount> {
    let counted = counts.iter().skip(1).zip(&index.city_names).filter(|(count, _)| **count > 0);
    let mut counted: Vec<CityCount> =
        counted.map(|(count, city)| CityCount { city: city.clone(), events: *count }).collect();
    counted.sort_by(|a, b| b.events.cmp(&a.events).then_with(|| a.city.cmp(&b.city)));
    counted.truncate(CITIES_MAX);
    counted
}
