//! The sketch at hand, what it was before, and what was undone.

use std::sync::Arc;

use super::numbers::Numbers;
use super::pick::{Grain, Pick, Selection};
use super::{Part, Sketch, write};

const STEPS_KEPT: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct Editor {
    pub sketch: Sketch,
    pub selection: Selection,
    pub grain: Grain,
    /// What is folded out in the list.
    pub open_section: Option<usize>,
    pub open_row: Option<usize>,
    /// The newest version that is known: the one that was loaded or saved.
    pub version: i64,
    past: Vec<Sketch>,
    future: Vec<Sketch>,
    numbers: Numbers,
    stamps: u32,
    saved_stamp: u32,
}

impl Editor {
    pub fn open(sketch: Sketch, version: i64) -> Self {
        Self { version, sketch, ..Self::default() }
    }

    /// One step that can be undone.
    pub fn change(&mut self, change: &mut dyn FnMut(&mut Sketch)) {
        let mut next = self.sketch.clone();
        change(&mut next);
        self.take(next);
    }

    /// One step that leaves what came of it picked, or why it cannot be taken.
    pub fn add(&mut self, add: &mut dyn FnMut(&mut Sketch) -> Result<Selection, String>) -> Result<(), String> {
        let mut next = self.sketch.clone();
        let added = add(&mut next)?;
        self.take(next);
        self.select(added);
        Ok(())
    }

    fn take(&mut self, mut next: Sketch) {
        next.grow();
        self.numbers.number(&mut next);
        self.stamps += 1;
        next.stamp = self.stamps;
        self.past.push(std::mem::replace(&mut self.sketch, next));
        if self.past.len() > STEPS_KEPT {
            self.past.remove(0);
        }
        self.future.clear();
        self.selection.forget_gone(&self.sketch);
    }

    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.sketch, before));
        self.selection.forget_gone(&self.sketch);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.sketch, after));
        self.selection.forget_gone(&self.sketch);
        true
    }

    pub fn may_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn may_redo(&self) -> bool {
        !self.future.is_empty()
    }

    pub fn is_saved(&self) -> bool {
        self.sketch.stamp == self.saved_stamp
    }

    pub fn select(&mut self, selection: Selection) {
        if let Some(pick) = selection.only() {
            self.unfold(pick);
        }
        self.selection = selection;
    }

    /// What is picked alone stands open in the list.
    fn unfold(&mut self, pick: Pick) {
        (self.open_section, self.open_row) = match pick {
            Pick::Section(s) => (Some(s), None),
            Pick::Row(s, r) | Pick::Seat(s, r, _) => (Some(s), Some(r)),
            Pick::Shape(_) => (None, None),
        };
    }

    /// As it is sent to the server, and kept as a file: one may come back with its ids.
    pub fn to_json(&self) -> String {
        write::json(&self.sketch, &self.numbers, self.version)
    }

    /// Takes the place of everything there is. A plan that has no section in common with this one is of another
    /// venue, and everything in it is new here.
    pub fn import(&mut self, mut sketch: Sketch) {
        let own = |part: &Arc<Part>| part.head.id.and_then(|id| self.numbers.outside(id.0));
        let is_of_here = sketch
            .parts
            .iter()
            .filter_map(|part| part.head.id)
            .any(|id| self.sketch.parts.iter().any(|part| own(part) == Some(id.0)));
        if !is_of_here {
            sketch.forget_ids();
        }
        self.take(sketch);
    }

    /// What was sent meanwhile is saved; what was changed since then is not.
    pub fn saved(&mut self, sent: &Sketch, answer: &Sketch, version: i64) {
        self.numbers.learn(sent, answer);
        self.version = version;
        self.saved_stamp = sent.stamp;
    }
}
