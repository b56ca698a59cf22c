//! Seats: dots from far away, circles with their labels from near. Those for wheelchairs are square, those for
//! companions have a hole.

use std::f64::consts::TAU;

use domain::venues::{RowDraft, SeatDraft};

use super::Painter;
use crate::model::Part;
use crate::model::find::SEAT_RADIUS;
use crate::model::pick::Pick;

/// In dots: below, a seat is a dot and nothing more.
const DOT: f64 = 3.5;
/// From this on its label fits in.
const READABLE: f64 = 9.0;

impl Painter<'_> {
    pub(super) fn part(&self, s: usize, part: &Part) {
        let ink = self.hand.inks.zone(part.head.zone);
        let is_touched = self.selection.touches_part(s);
        for (r, row) in part.rows.iter().enumerate() {
            if !is_touched {
                self.fill(ink);
                self.seats(&row.seats, (0, 0), false);
            } else if self.selection.covers(Pick::Row(s, r)) {
                self.fill(&self.hand.inks.accent);
                self.seats(&row.seats, self.by, true);
            } else if self.selection.seats_in(s, r).is_empty() {
                self.fill(ink);
                self.seats(&row.seats, (0, 0), false);
            } else {
                self.mixed(s, r, row, ink);
            }
            self.row_label(row, if self.selection.covers(Pick::Row(s, r)) { self.by } else { (0, 0) });
        }
    }

    /// A row of which some seats are picked.
    fn mixed(&self, s: usize, r: usize, row: &RowDraft, ink: &str) {
        for (n, seat) in row.seats.iter().enumerate() {
            let is_picked = self.selection.has(Pick::Seat(s, r, n));
            self.fill(if is_picked { &self.hand.inks.accent } else { ink });
            self.seats(std::slice::from_ref(seat), if is_picked { self.by } else { (0, 0) }, is_picked);
        }
    }

    fn seats(&self, seats: &[SeatDraft], by: (i32, i32), is_picked: bool) {
        let radius = self.long(SEAT_RADIUS);
        let (width, height) = (self.hand.size.0 * self.hand.density, self.hand.size.1 * self.hand.density);
        let in_sight = seats
            .iter()
            .map(|seat| (seat, self.at(seat.x + by.0, seat.y + by.1)))
            .filter(|(_, (x, y))| *x > -radius && *y > -radius && *x < width + radius && *y < height + radius);
        if radius < DOT {
            let side = (radius * 1.6).max(1.0);
            in_sight.for_each(|(_, (x, y))| self.on.fill_rect(x - side / 2.0, y - side / 2.0, side, side));
            return;
        }
        self.on.begin_path();
        for (seat, (x, y)) in in_sight.clone() {
            if seat.accessible {
                self.on.rect(x - radius, y - radius, radius * 2.0, radius * 2.0);
            } else {
                self.on.move_to(x + radius, y);
                // A circle of a length above nothing can always be drawn.
                let _ = self.on.arc(x, y, radius, 0.0, TAU);
            }
            if seat.companion {
                self.on.move_to(x + radius * 0.55, y);
                let _ = self.on.arc_with_anticlockwise(x, y, radius * 0.55, 0.0, TAU, true);
            }
        }
        self.on.fill();
        if is_picked {
            self.outline(&self.hand.inks.ink, 1.5);
        }
        if radius >= READABLE * self.hand.density {
            for (seat, (x, y)) in in_sight {
                let ink = if seat.companion { &self.hand.inks.ink } else { &self.hand.inks.sheet };
                self.words(&seat.label, x, y, radius * 0.85, ink);
            }
        }
    }

    /// Beside its first seat.
    fn row_label(&self, row: &RowDraft, by: (i32, i32)) {
        let size = self.long(SEAT_RADIUS) * 1.3;
        let Some(first) = row.seats.first().filter(|_| size >= READABLE * self.hand.density) else { return };
        let away = row.seats.get(1).map_or((50, 0), |next| (next.x - first.x, next.y - first.y));
        let (x, y) = self.at(first.x + by.0 - away.0, first.y + by.1 - away.1);
        self.words(&row.label, x, y, size, &self.hand.inks.ink);
    }
}
