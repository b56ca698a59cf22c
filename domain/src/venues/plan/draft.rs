//! A plan as somebody hands it in: what is new in it has no id yet.

use serde::{Deserialize, Serialize};

use super::document::{Background, Plan, Point, Row, RowLine, Seat, Section, SectionKind, Shape};
use crate::ids::{RowId, SeatId, SectionId};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanDraft {
    /// As large as what is in it, without.
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub background: Option<Background>,
    pub shapes: Vec<Shape>,
    pub sections: Vec<SectionDraft>,
    /// The version that was edited, 0 before there was one; when it is no longer the newest, the plan is refused.
    pub version: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionDraft {
    pub id: Option<SectionId>,
    pub name: String,
    pub kind: SectionKind,
    pub capacity: Option<i32>,
    pub zone: i32,
    pub entrance: Option<String>,
    pub area: Vec<Point>,
    pub rows: Vec<RowDraft>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RowDraft {
    pub id: Option<RowId>,
    pub label: String,
    pub line: Option<RowLine>,
    pub seats: Vec<SeatDraft>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeatDraft {
    pub id: Option<SeatId>,
    pub label: String,
    pub x: i32,
    pub y: i32,
    pub accessible: bool,
    pub companion: bool,
}

impl PlanDraft {
    /// For another venue: everything in it is new there, and the picture behind it stays where it is.
    #[must_use]
    pub fn for_another_venue(mut self) -> Self {
        self.version = None;
        self.background = None;
        for section in &mut self.sections {
            section.id = None;
            for row in &mut section.rows {
                row.id = None;
                row.seats.iter_mut().for_each(|seat| seat.id = None);
            }
        }
        self
    }

    pub fn count_seats(&self) -> usize {
        self.sections.iter().flat_map(|section| &section.rows).map(|row| row.seats.len()).sum()
    }
}

impl From<Plan> for PlanDraft {
    fn from(plan: Plan) -> Self {
        Self {
            width: Some(plan.width),
            height: Some(plan.height),
            background: plan.background,
            shapes: plan.shapes,
            sections: plan.sections.into_iter().map(SectionDraft::from).collect(),
            version: None,
        }
    }
}

impl From<Section> for SectionDraft {
    fn from(section: Section) -> Self {
        Self {
            id: Some(section.id),
            name: section.name,
            kind: section.kind,
            capacity: section.capacity,
            zone: section.zone,
            entrance: section.entrance,
            area: section.area,
            rows: section.rows.into_iter().map(RowDraft::from).collect(),
        }
    }
}

impl From<Row> for RowDraft {
    fn from(row: Row) -> Self {
        let seats = row.seats.into_iter().map(SeatDraft::from).collect();
        Self { id: Some(row.id), label: row.label, line: row.line, seats }
    }
}

impl From<Seat> for SeatDraft {
    fn from(seat: Seat) -> Self {
        let Seat { id, label, x, y, accessible, companion } = seat;
        Self { id: Some(id), label, x, y, accessible, companion }
    }
}
