//! What is picked: whole sections, whole rows, single seats, shapes.

use std::sync::Arc;

use domain::venues::SeatDraft;

use super::{Part, Sketch};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pick {
    Shape(usize),
    Section(usize),
    Row(usize, usize),
    Seat(usize, usize, usize),
}

/// What a click takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    Seats,
    Rows,
    #[default]
    Sections,
}

impl Grain {
    pub fn parse(code: &str) -> Self {
        match code {
            "seats" => Self::Seats,
            "rows" => Self::Rows,
            _ => Self::Sections,
        }
    }

    pub fn pick(self, s: usize, r: usize, n: usize) -> Pick {
        match self {
            Self::Seats => Pick::Seat(s, r, n),
            Self::Rows => Pick::Row(s, r),
            Self::Sections => Pick::Section(s),
        }
    }
}

/// In order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(Vec<Pick>);

impl From<Vec<Pick>> for Selection {
    /// They come in order almost always, so each finds its place at the end.
    fn from(picks: Vec<Pick>) -> Self {
        let mut selection = Self::default();
        for pick in picks {
            if selection.0.last().is_none_or(|last| *last < pick) {
                selection.0.push(pick);
            } else if let Err(at) = selection.0.binary_search(&pick) {
                selection.0.insert(at, pick);
            }
        }
        selection
    }
}

impl Selection {
    pub fn one(pick: Pick) -> Self {
        Self(vec![pick])
    }

    pub fn picks(&self) -> &[Pick] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The only thing that is picked.
    pub fn only(&self) -> Option<Pick> {
        if let [pick] = self.0.as_slice() { Some(*pick) } else { None }
    }

    pub fn has(&self, pick: Pick) -> bool {
        self.0.binary_search(&pick).is_ok()
    }

    /// A seat is picked with its row and its section, too.
    pub fn covers(&self, pick: Pick) -> bool {
        match pick {
            Pick::Seat(s, r, _) => self.has(pick) || self.covers(Pick::Row(s, r)),
            Pick::Row(s, _) => self.has(pick) || self.has(Pick::Section(s)),
            Pick::Section(_) | Pick::Shape(_) => self.has(pick),
        }
    }

    pub fn toggle(&mut self, pick: Pick) {
        match self.0.binary_search(&pick) {
            Ok(at) => {
                self.0.remove(at);
            }
            Err(at) => self.0.insert(at, pick),
        }
    }

    /// Both are in order, so they are gone through once.
    pub fn add(&mut self, others: &Self) {
        let (mut ours, mut theirs) = (self.0.iter().peekable(), others.0.iter().peekable());
        let mut both: Vec<Pick> = Vec::with_capacity(self.0.len() + others.0.len());
        while let Some(next) = match (ours.peek(), theirs.peek()) {
            (Some(our), Some(their)) if our <= their => ours.next(),
            (Some(_), None) => ours.next(),
            _ => theirs.next(),
        } {
            if both.last() != Some(next) {
                both.push(*next);
            }
        }
        self.0 = both;
    }

    /// The single seats picked in a row.
    pub fn seats_in(&self, s: usize, r: usize) -> &[Pick] {
        let from = self.0.partition_point(|pick| *pick < Pick::Seat(s, r, 0));
        let length = self.0[from..].partition_point(|pick| *pick <= Pick::Seat(s, r, usize::MAX));
        &self.0[from..from + length]
    }

    /// Whether the row is picked in any way.
    pub fn touches_row(&self, s: usize, r: usize) -> bool {
        self.covers(Pick::Row(s, r)) || !self.seats_in(s, r).is_empty()
    }

    pub fn touches_part(&self, s: usize) -> bool {
        let within = |from: Pick, to: Pick| {
            let at = self.0.partition_point(|pick| *pick < from);
            self.0.get(at).is_some_and(|pick| *pick <= to)
        };
        self.has(Pick::Section(s))
            || within(Pick::Row(s, 0), Pick::Row(s, usize::MAX))
            || within(Pick::Seat(s, 0, 0), Pick::Seat(s, usize::MAX, usize::MAX))
    }

    /// Without what is not there any more.
    pub fn forget_gone(&mut self, sketch: &Sketch) {
        let row = |s: usize, r: usize| sketch.parts.get(s).and_then(|part| part.rows.get(r));
        self.0.retain(|pick| match *pick {
            Pick::Shape(index) => index < sketch.shapes.len(),
            Pick::Section(s) => s < sketch.parts.len(),
            Pick::Row(s, r) => row(s, r).is_some(),
            Pick::Seat(s, r, n) => row(s, r).is_some_and(|row| n < row.seats.len()),
        });
    }
}

/// `sections[2].rows[0].seats[14].label`, as the server names what is wrong, is a seat.
pub fn pick_of(field: &str) -> Option<Pick> {
    let index = |name: &str| -> Option<usize> {
        let (_, after) = field.split_once(name)?;
        after.strip_prefix('[')?.split(']').next()?.parse().ok()
    };
    match (index("sections"), index("rows"), index("seats"), index("shapes")) {
        (Some(s), Some(r), Some(n), _) => Some(Pick::Seat(s, r, n)),
        (Some(s), Some(r), None, _) => Some(Pick::Row(s, r)),
        (Some(s), None, _, _) => Some(Pick::Section(s)),
        (None, _, _, Some(index)) => Some(Pick::Shape(index)),
        _ => None,
    }
}

impl Sketch {
    pub fn everything(&self, grain: Grain) -> Selection {
        let mut picks: Vec<Pick> = (0..self.shapes.len()).map(Pick::Shape).collect();
        let is_taken_whole = |part: &Part| grain == Grain::Sections || part.rows.is_empty();
        let parts = || self.parts.iter().enumerate();
        picks.extend(parts().filter(|(_, part)| is_taken_whole(part)).map(|(s, _)| Pick::Section(s)));
        for (s, part) in parts().filter(|(_, part)| !is_taken_whole(part)) {
            for (r, row) in part.rows.iter().enumerate() {
                match grain {
                    Grain::Seats => picks.extend((0..row.seats.len()).map(|n| Pick::Seat(s, r, n))),
                    _ => picks.push(Pick::Row(s, r)),
                }
            }
        }
        picks.into()
    }

    pub fn see_seats(&self, selection: &Selection, see: &mut dyn FnMut(&SeatDraft)) {
        for (s, part) in self.parts.iter().enumerate().filter(|(s, _)| selection.touches_part(*s)) {
            for (r, row) in part.rows.iter().enumerate() {
                if selection.covers(Pick::Row(s, r)) {
                    row.seats.iter().for_each(&mut *see);
                } else {
                    let picked = selection.seats_in(s, r).iter().filter_map(|pick| row.seats.get(seat_of(*pick)));
                    picked.for_each(&mut *see);
                }
            }
        }
    }

    pub fn change_seats(&mut self, selection: &Selection, change: &mut dyn FnMut(&mut SeatDraft)) {
        for (s, part) in self.parts.iter_mut().enumerate().filter(|(s, _)| selection.touches_part(*s)) {
            let part: &mut Part = Arc::make_mut(part);
            for (r, row) in part.rows.iter_mut().enumerate().filter(|(r, _)| selection.touches_row(s, *r)) {
                let row = Arc::make_mut(row);
                if selection.covers(Pick::Row(s, r)) {
                    row.seats.iter_mut().for_each(&mut *change);
                    continue;
                }
                for pick in selection.seats_in(s, r) {
                    if let Some(seat) = row.seats.get_mut(seat_of(*pick)) {
                        change(seat);
                    }
                }
            }
        }
    }
}

fn seat_of(pick: Pick) -> usize {
    if let Pick::Seat(_, _, n) = pick { n } else { usize::MAX }
}
