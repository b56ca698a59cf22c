//! Labels by rule, for what is picked.

use std::sync::Arc;

use domain::venues::{RowRule, SeatRule, row_labels, seat_labels};

use super::Sketch;
use super::pick::Selection;

impl Sketch {
    /// The rows that are picked in each section, from the front to the back.
    pub fn label_rows(&mut self, selection: &Selection, rule: RowRule) {
        for (s, part) in self.parts.iter_mut().enumerate().filter(|(s, _)| selection.touches_part(*s)) {
            let picked: Vec<usize> = (0..part.rows.len()).filter(|r| selection.touches_row(s, *r)).collect();
            let part = Arc::make_mut(part);
            for (label, r) in row_labels(rule, picked.len()).into_iter().zip(picked) {
                if let Some(row) = part.rows.get_mut(r) {
                    Arc::make_mut(row).label = label;
                }
            }
        }
    }

    /// All seats of every row that is picked in any way: labels by rule only make sense for a row as a whole.
    pub fn label_seats(&mut self, selection: &Selection, rule: SeatRule) {
        for (s, part) in self.parts.iter_mut().enumerate().filter(|(s, _)| selection.touches_part(*s)) {
            let part = Arc::make_mut(part);
            for (_, row) in part.rows.iter_mut().enumerate().filter(|(r, _)| selection.touches_row(s, *r)) {
                let row = Arc::make_mut(row);
                let labels = seat_labels(rule, row.seats.len());
                row.seats.iter_mut().zip(labels).for_each(|(seat, label)| seat.label = label);
            }
        }
    }
}
