//! A plan as it is kept. Lengths are centimetres, angles degrees; the stage is usually at the top.

use serde::{Deserialize, Serialize};

use crate::ids::{PictureId, RowId, SeatId, SectionId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub width: i32,
    pub height: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<Background>,
    /// What is drawn and nobody sits on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shapes: Vec<Shape>,
    pub sections: Vec<Section>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A picture everything else is drawn upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Background {
    pub picture_id: PictureId,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    /// In percent.
    pub opacity: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShapeKind {
    Stage,
    Rectangle,
    Ellipse,
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    pub kind: ShapeKind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rotation: i32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    #[default]
    Seated,
    Standing,
}

impl SectionKind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Seated => "seated",
            Self::Standing => "standing",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    pub name: String,
    pub kind: SectionKind,
    /// How many fit in where nobody sits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i32>,
    /// The colour of its price zone.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub zone: i32,
    /// Which door leads there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entrance: Option<String>,
    /// Its outline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub area: Vec<Point>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub id: RowId,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<RowLine>,
    pub seats: Vec<Seat>,
}

/// How a row was laid, so that it can be laid anew with one seat more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLine {
    /// Its middle.
    pub x: i32,
    pub y: i32,
    /// From seat to seat.
    pub spacing: i32,
    /// Clockwise; without it the row faces the top.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rotation: i32,
    /// Of the circle it is a part of, whose middle lies in front of it, or behind it when this is negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radius: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    pub id: SeatId,
    pub label: String,
    pub x: i32,
    pub y: i32,
    /// A place for a wheelchair.
    #[serde(default, skip_serializing_if = "is_false")]
    pub accessible: bool,
    /// For whoever comes along with somebody in a wheelchair.
    #[serde(default, skip_serializing_if = "is_false")]
    pub companion: bool,
}

/// What one knows of a section without looking at every seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionFacts {
    pub id: SectionId,
    pub name: String,
    pub kind: SectionKind,
    /// How many fit in.
    pub places: i32,
}

impl Section {
    /// How many fit in.
    pub fn places(&self) -> usize {
        match self.kind {
            SectionKind::Seated => self.rows.iter().map(|row| row.seats.len()).sum(),
            SectionKind::Standing => self.capacity.and_then(|places| usize::try_from(places).ok()).unwrap_or_default(),
        }
    }
}

impl Plan {
    pub fn places_of(&self, kind: SectionKind) -> i32 {
        let places = self.sections.iter().filter(|section| section.kind == kind).map(Section::places).sum::<usize>();
        i32::try_from(places).unwrap_or(i32::MAX)
    }

    pub fn section_facts(&self) -> Vec<SectionFacts> {
        let facts = self.sections.iter().map(|section| SectionFacts {
            id: section.id,
            name: section.name.clone(),
            kind: section.kind,
            places: i32::try_from(section.places()).unwrap_or(i32::MAX),
        });
        facts.collect()
    }

    pub fn seats(&self) -> impl Iterator<Item = &Seat> {
        self.sections.iter().flat_map(|section| &section.rows).flat_map(|row| &row.seats)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "this is how serde asks")]
fn is_zero(number: &i32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "this is how serde asks")]
fn is_false(flag: &bool) -> bool {
    !*flag
}
