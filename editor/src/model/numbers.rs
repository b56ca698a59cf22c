//! Ids of what is new. The server gives them out when it saves; until then, and in every state one may go back to,
//! things are told apart by numbers of our own.

use std::sync::Arc;

use domain::ids::{RowId, SeatId, SectionId};
use uuid::Uuid;

use super::Sketch;

#[derive(Clone, Debug, Default)]
pub struct Numbers {
    /// What the server calls the thing that has this number here.
    given: Vec<Option<Uuid>>,
}

/// Ids of the server are never this small: they begin with the time.
fn own_number(id: Uuid) -> Option<usize> {
    usize::try_from(id.as_u128()).ok().filter(|number| *number < 1 << 30)
}

impl Numbers {
    fn next(&mut self) -> Uuid {
        self.given.push(None);
        Uuid::from_u128(self.given.len() as u128 - 1)
    }

    /// Everything new gets a number.
    pub fn number(&mut self, sketch: &mut Sketch) {
        for part in &mut sketch.parts {
            let is_new = part.head.id.is_none()
                || part.rows.iter().any(|row| row.id.is_none() || row.seats.iter().any(|seat| seat.id.is_none()));
            if !is_new {
                continue;
            }
            let part = Arc::make_mut(part);
            part.head.id.get_or_insert_with(|| SectionId(self.next()));
            for row in &mut part.rows {
                if row.id.is_some() && row.seats.iter().all(|seat| seat.id.is_some()) {
                    continue;
                }
                let row = Arc::make_mut(row);
                row.id.get_or_insert_with(|| RowId(self.next()));
                for seat in &mut row.seats {
                    seat.id.get_or_insert_with(|| SeatId(self.next()));
                }
            }
        }
    }

    /// As the server knows it; nothing while it does not.
    pub fn outside(&self, id: Uuid) -> Option<Uuid> {
        own_number(id).map_or(Some(id), |number| self.given.get(number).copied().flatten())
    }

    /// The answer to a save has everything in the order in which it was sent.
    pub fn learn(&mut self, sent: &Sketch, answer: &Sketch) {
        for (part, answered) in sent.parts.iter().zip(&answer.parts) {
            self.note(part.head.id.map(|id| id.0), answered.head.id.map(|id| id.0));
            for (row, answered) in part.rows.iter().zip(&answered.rows) {
                self.note(row.id.map(|id| id.0), answered.id.map(|id| id.0));
                for (seat, answered) in row.seats.iter().zip(&answered.seats) {
                    self.note(seat.id.map(|id| id.0), answered.id.map(|id| id.0));
                }
            }
        }
    }

    fn note(&mut self, ours: Option<Uuid>, theirs: Option<Uuid>) {
        if let Some(given) = ours.and_then(own_number).and_then(|number| self.given.get_mut(number)) {
            *given = theirs;
        }
    }
}
