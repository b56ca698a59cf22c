//! What may be done with what is picked: move, mark, duplicate, remove.

use std::sync::Arc;

use domain::venues::{PLAN_SIDE_MAX, SeatDraft};

use super::pick::{Pick, Selection};
use super::{Part, Sketch};

/// How far a copy lies from what it was copied from.
const ASIDE: i32 = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Accessible,
    Companion,
}

impl Mark {
    fn of(self, seat: &mut SeatDraft) -> &mut bool {
        match self {
            Self::Accessible => &mut seat.accessible,
            Self::Companion => &mut seat.companion,
        }
    }
}

impl Sketch {
    /// As far as everything stays within what a plan may be.
    pub fn move_by(&mut self, selection: &Selection, dx: i32, dy: i32) {
        let Some(bounds) = self.bounds(selection) else { return };
        let dx = dx.clamp(-bounds.left.min(PLAN_SIDE_MAX), (PLAN_SIDE_MAX - bounds.right).max(0));
        let dy = dy.clamp(-bounds.top.min(PLAN_SIDE_MAX), (PLAN_SIDE_MAX - bounds.bottom).max(0));
        for (index, shape) in self.shapes.iter_mut().enumerate() {
            if selection.has(Pick::Shape(index)) {
                shape.x += dx;
                shape.y += dy;
            }
        }
        for (s, part) in self.parts.iter_mut().enumerate().filter(|(s, _)| selection.touches_part(*s)) {
            let part = Arc::make_mut(part);
            if selection.has(Pick::Section(s)) {
                part.head.area.iter_mut().for_each(|corner| {
                    corner.x += dx;
                    corner.y += dy;
                });
            }
            // A row that moves whole takes along the line it was laid on.
            for (_, row) in part.rows.iter_mut().enumerate().filter(|(r, _)| selection.covers(Pick::Row(s, *r))) {
                if let Some(line) = &mut Arc::make_mut(row).line {
                    line.x += dx;
                    line.y += dy;
                }
            }
        }
        self.change_seats(selection, &mut |seat| {
            seat.x += dx;
            seat.y += dy;
        });
    }

    /// Marks all of them, or none when all were marked.
    pub fn mark(&mut self, selection: &Selection, mark: Mark) {
        let mut all = true;
        self.see_seats(selection, &mut |seat| all &= *mark.of(&mut seat.clone()));
        self.change_seats(selection, &mut |seat| *mark.of(seat) = !all);
    }

    pub fn remove(&mut self, selection: &Selection) {
        let mut index = 0;
        self.shapes.retain(|_| {
            index += 1;
            !selection.has(Pick::Shape(index - 1))
        });
        let parts = std::mem::take(&mut self.parts).into_iter().enumerate();
        self.parts = parts
            .filter(|(s, _)| !selection.has(Pick::Section(*s)))
            .map(|(s, part)| if selection.touches_part(s) { Arc::new(without(&part, selection, s)) } else { part })
            .collect();
    }

    /// Copies lie beside what they were copied from, with labels nothing else has, and are picked instead.
    pub fn duplicate(&mut self, selection: &Selection) -> Selection {
        let mut copies = Vec::new();
        for pick in selection.picks() {
            match *pick {
                Pick::Shape(index) => {
                    let Some(shape) = self.shapes.get(index).cloned() else { continue };
                    self.shapes.push(shape);
                    copies.push(Pick::Shape(self.shapes.len() - 1));
                }
                Pick::Section(s) => copies.extend(self.copy_part(s)),
                Pick::Row(s, r) => copies.extend(self.copy_row(s, r)),
                Pick::Seat(s, r, n) => copies.extend(self.copy_seat(s, r, n)),
            }
        }
        let copies = Selection::from(copies);
        self.move_by(&copies, ASIDE, ASIDE);
        copies
    }

    fn copy_part(&mut self, s: usize) -> Option<Pick> {
        let mut part = Part::clone(self.parts.get(s)?);
        part.forget_ids();
        part.head.name = self.free_name(&part.head.name);
        self.parts.push(Arc::new(part));
        Some(Pick::Section(self.parts.len() - 1))
    }

    fn copy_row(&mut self, s: usize, r: usize) -> Option<Pick> {
        let part = self.part(s)?;
        let mut row = part.rows.get(r)?.as_ref().clone();
        row.id = None;
        row.seats.iter_mut().for_each(|seat| seat.id = None);
        row.label = free_label(&row.label, |label| part.rows.iter().any(|row| row.label == label));
        part.rows.push(Arc::new(row));
        Some(Pick::Row(s, part.rows.len() - 1))
    }

    fn copy_seat(&mut self, s: usize, r: usize, n: usize) -> Option<Pick> {
        let row = self.row(s, r)?;
        let mut seat = SeatDraft { id: None, ..row.seats.get(n)?.clone() };
        seat.label = free_label(&seat.label, |label| row.seats.iter().any(|seat| seat.label == label));
        row.seats.push(seat);
        Some(Pick::Seat(s, r, row.seats.len() - 1))
    }

    /// Names of sections are told apart without regard to their case. Of letters beyond A to Z the server knows more.
    pub fn free_name(&self, wanted: &str) -> String {
        let taken = |name: &str| self.parts.iter().any(|part| part.head.name.eq_ignore_ascii_case(name));
        if taken(wanted) { free_label(wanted, taken) } else { wanted.to_owned() }
    }
}

fn without(part: &Part, selection: &Selection, s: usize) -> Part {
    let mut rows = Vec::with_capacity(part.rows.len());
    for (r, row) in part.rows.iter().enumerate().filter(|(r, _)| !selection.has(Pick::Row(s, *r))) {
        let mut row = row.clone();
        if !selection.seats_in(s, r).is_empty() {
            let mut n = 0;
            Arc::make_mut(&mut row).seats.retain(|_| {
                n += 1;
                !selection.has(Pick::Seat(s, r, n - 1))
            });
        }
        if !row.seats.is_empty() {
            rows.push(row);
        }
    }
    Part { head: part.head.clone(), rows }
}

/// `12` becomes `13`, or whatever comes next; `Stalls` becomes `Stalls 2`.
fn free_label(like: &str, taken: impl Fn(&str) -> bool) -> String {
    let words = like.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = like[words.len()..].parse().unwrap_or(1);
    let gap = if words.is_empty() || words.ends_with(' ') || words.len() < like.len() { "" } else { " " };
    let others = (number.saturating_add(1)..).map(|number| format!("{words}{gap}{number}"));
    others.into_iter().find(|label| !taken(label)).unwrap_or_default()
}
