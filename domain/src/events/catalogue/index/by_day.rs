//! How much there is on each of some days, and what begins first on it.

use super::Index;
use super::row::{Row, Viewer};
use crate::events::catalogue::Filter;
use crate::events::{Facets, Offer};
use crate::ids::EventId;
use crate::time::Timestamp;

/// What ends before this hour of the night belongs to the evening before.
const NIGHT_MICROS: i64 = 6 * 60 * 60 * 1_000_000;

pub struct FoundByDay {
    pub days: Vec<FoundOnDay>,
    pub facets: Facets,
}

#[derive(Default)]
pub struct FoundOnDay {
    /// The first few.
    pub items: Vec<(EventId, Offer)>,
    pub total: i64,
}

/// The rows that begin first on a day.
#[derive(Clone, Default)]
struct OnDay {
    first: Vec<(i64, EventId, usize)>,
    total: i64,
}

impl Index {
    /// `bounds` are the beginnings of the days, and the end of the last.
    pub fn find_by_day(
        &self,
        filter: &Filter,
        viewer: &Viewer,
        now: Timestamp,
        bounds: &[Timestamp],
        shown: usize,
    ) -> FoundByDay {
        let mut days = vec![OnDay::default(); bounds.len().saturating_sub(1)];
        let facets = self.look_through(filter, viewer, now, true, |slot, row, _| {
            let id = EventId(self.ids.get(slot).copied().unwrap_or_default());
            let (first, after) = days_of(row, bounds);
            for day in days.get_mut(first..after).unwrap_or_default() {
                day.add((row.starts_at, id, slot), shown);
            }
        });
        let found = |day: OnDay| FoundOnDay {
            total: day.total,
            items: day
                .first
                .into_iter()
                .filter_map(|(_, id, slot)| Some((id, self.rows.get(slot)?.offer_at(now))))
                .collect(),
        };
        FoundByDay { days: days.into_iter().map(found).collect(), facets: facets.unwrap_or_default() }
    }
}

impl OnDay {
    fn add(&mut self, row: (i64, EventId, usize), shown: usize) {
        self.total += 1;
        let at = self.first.partition_point(|other| *other < row);
        if at < shown {
            self.first.insert(at, row);
            self.first.truncate(shown);
        }
    }
}

/// From the first of the days it is on to the one after its last.
fn days_of(row: &Row, bounds: &[Timestamp]) -> (usize, usize) {
    let last_moment = (row.ends_at - 1 - NIGHT_MICROS).max(row.starts_at);
    let begun_by = |at: i64| bounds.partition_point(|bound| bound.as_micros() <= at);
    (begun_by(row.starts_at).saturating_sub(1), begun_by(last_moment).min(bounds.len().saturating_sub(1)))
}
