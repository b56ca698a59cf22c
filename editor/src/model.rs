//! The plan somebody edits, without anything of a browser. What was not touched is shared with every earlier state of
//! it, so that undoing twenty thousand seats costs no more than undoing one.

pub mod add;
pub mod change;
pub mod find;
pub mod history;
pub mod label;
pub mod numbers;
pub mod pick;
pub mod write;

use std::sync::Arc;

use domain::venues::{Background, PLAN_MARGIN, PLAN_SIDE_MAX, RowDraft, SectionDraft, Shape};

#[derive(Clone, Debug, Default)]
pub struct Sketch {
    pub width: i32,
    pub height: i32,
    pub background: Option<Background>,
    pub shapes: Vec<Shape>,
    pub parts: Vec<Arc<Part>>,
    /// Tells this state from all others.
    pub stamp: u32,
}

/// A section.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What it says about itself. Its rows stand beside it.
    pub head: SectionDraft,
    pub rows: Vec<Arc<RowDraft>>,
}

impl Part {
    pub fn forget_ids(&mut self) {
        self.head.id = None;
        for row in &mut self.rows {
            let row = Arc::make_mut(row);
            row.id = None;
            row.seats.iter_mut().for_each(|seat| seat.id = None);
        }
    }

    pub fn count(&self) -> usize {
        self.rows.iter().map(|row| row.seats.len()).sum()
    }
}

impl Sketch {
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.count()).sum()
    }

    /// For another venue: everything in it is new there, and the picture behind it stays where it is.
    pub fn forget_ids(&mut self) {
        self.background = None;
        self.parts.iter_mut().for_each(|part| Arc::make_mut(part).forget_ids());
    }

    pub fn part(&mut self, s: usize) -> Option<&mut Part> {
        self.parts.get_mut(s).map(Arc::make_mut)
    }

    pub fn row(&mut self, s: usize, r: usize) -> Option<&mut RowDraft> {
        self.part(s)?.rows.get_mut(r).map(Arc::make_mut)
    }

    /// Everything lies within the plan: it grows with what is in it, and never shrinks.
    pub fn grow(&mut self) {
        let (mut right, mut bottom) = (0, 0);
        let mut reach = |x: i32, y: i32| {
            right = right.max(x);
            bottom = bottom.max(y);
        };
        for part in &self.parts {
            part.head.area.iter().for_each(|corner| reach(corner.x, corner.y));
            part.rows.iter().flat_map(|row| &row.seats).for_each(|seat| reach(seat.x, seat.y));
        }
        for shape in &self.shapes {
            reach(shape.x + shape.width, shape.y + shape.height);
        }
        let side = |now: i32, last: i32| now.max((last + PLAN_MARGIN).min(PLAN_SIDE_MAX));
        (self.width, self.height) = (side(self.width, right), side(self.height, bottom));
    }
}

#[cfg(test)]
mod tests;
