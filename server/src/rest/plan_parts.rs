//! What a seat plan is made of, on its way in and out: what comes out may be sent back as it is.

use domain::ids::{PictureId, RowId, SeatId, SectionId};
use domain::venues as plan;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Centimetres from the upper left corner of the plan.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct PointPart {
    #[schema(example = 100)]
    x: i32,
    #[schema(example = 200)]
    y: i32,
}

/// A picture everything else is drawn upon: one that was uploaded to the venue.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct BackgroundPart {
    #[schema(example = "0193a7c1-5a00-7000-8000-000000000001")]
    picture_id: Uuid,
    #[schema(example = 0)]
    x: i32,
    #[schema(example = 0)]
    y: i32,
    #[schema(example = 2400)]
    width: i32,
    #[schema(example = 1800)]
    height: i32,
    /// In percent.
    #[schema(example = 60)]
    opacity: i32,
}

/// Something drawn that nobody sits on.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct ShapePart {
    /// `stage`, `rectangle`, `ellipse` or `text`.
    #[schema(value_type = String, example = "stage")]
    kind: plan::ShapeKind,
    /// Up to 80 characters.
    #[serde(default)]
    label: String,
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    /// In degrees, clockwise.
    #[serde(default)]
    rotation: i32,
}

/// A part of the venue: seats in rows, or room for so many to stand.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct SectionPart {
    /// Left out for a new one; it stays the same in later versions.
    id: Option<Uuid>,
    /// 1 to 60 characters. No other section of the plan has it.
    #[schema(example = "Stalls")]
    name: String,
    /// `seated` or `standing`.
    #[schema(value_type = String, example = "seated")]
    kind: plan::SectionKind,
    /// How many may stand here; for standing sections only.
    capacity: Option<i32>,
    /// The colour of its price zone, 0 to 11.
    #[serde(default)]
    zone: i32,
    /// Which door leads there. Up to 60 characters.
    entrance: Option<String>,
    /// Its outline: 3 to 64 corners, or none.
    #[serde(default)]
    area: Vec<PointPart>,
    #[serde(default)]
    rows: Vec<RowPart>,
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct RowPart {
    /// Left out for a new one.
    id: Option<Uuid>,
    /// 1 to 20 characters. No other row of the section has it.
    #[schema(example = "A")]
    label: String,
    /// How it was laid, for whoever edits it.
    line: Option<RowLinePart>,
    seats: Vec<SeatPart>,
}

/// A straight or curved line of seats around its middle.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct RowLinePart {
    x: i32,
    y: i32,
    /// Centimetres from seat to seat, 20 to 1,000.
    spacing: i32,
    /// In degrees, clockwise.
    #[serde(default)]
    rotation: i32,
    /// Of the circle it is a part of. Its middle lies in front of the row, or behind it when this is negative.
    radius: Option<i32>,
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
pub struct SeatPart {
    /// Left out for a new one; it stays the same in later versions.
    id: Option<Uuid>,
    /// 1 to 10 characters. No other seat of the row has it.
    #[schema(example = "12")]
    label: String,
    #[schema(example = 100)]
    x: i32,
    #[schema(example = 200)]
    y: i32,
    /// A place for a wheelchair.
    #[serde(default)]
    accessible: bool,
    /// For whoever comes along with somebody in a wheelchair.
    #[serde(default)]
    companion: bool,
}

/// The same fields on both sides.
macro_rules! both_ways {
    ($part:ty, $inner:ty: $($field:ident),+) => {
        impl From<$part> for $inner {
            fn from(part: $part) -> Self {
                Self { $($field: part.$field),+ }
            }
        }
        impl From<$inner> for $part {
            fn from(inner: $inner) -> Self {
                Self { $($field: inner.$field),+ }
            }
        }
    };
}

both_ways!(PointPart, plan::Point: x, y);
both_ways!(ShapePart, plan::Shape: kind, label, x, y, width, height, rotation);
both_ways!(RowLinePart, plan::RowLine: x, y, spacing, rotation, radius);

impl From<BackgroundPart> for plan::Background {
    fn from(part: BackgroundPart) -> Self {
        let BackgroundPart { picture_id, x, y, width, height, opacity } = part;
        Self { picture_id: PictureId(picture_id), x, y, width, height, opacity }
    }
}

impl From<plan::Background> for BackgroundPart {
    fn from(background: plan::Background) -> Self {
        let plan::Background { picture_id, x, y, width, height, opacity } = background;
        Self { picture_id: picture_id.0, x, y, width, height, opacity }
    }
}

impl From<SectionPart> for plan::SectionDraft {
    fn from(part: SectionPart) -> Self {
        Self {
            id: part.id.map(SectionId),
            name: part.name,
            kind: part.kind,
            capacity: part.capacity,
            zone: part.zone,
            entrance: part.entrance,
            area: part.area.into_iter().map(Into::into).collect(),
            rows: part.rows.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<plan::Section> for SectionPart {
    fn from(section: plan::Section) -> Self {
        Self {
            id: Some(section.id.0),
            name: section.name,
            kind: section.kind,
            capacity: section.capacity,
            zone: section.zone,
            entrance: section.entrance,
            area: section.area.into_iter().map(Into::into).collect(),
            rows: section.rows.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<RowPart> for plan::RowDraft {
    fn from(part: RowPart) -> Self {
        let seats = part.seats.into_iter().map(Into::into).collect();
        Self { id: part.id.map(RowId), label: part.label, line: part.line.map(Into::into), seats }
    }
}

impl From<plan::Row> for RowPart {
    fn from(row: plan::Row) -> Self {
        let seats = row.seats.into_iter().map(Into::into).collect();
        Self { id: Some(row.id.0), label: row.label, line: row.line.map(Into::into), seats }
    }
}

impl From<SeatPart> for plan::SeatDraft {
    fn from(part: SeatPart) -> Self {
        let SeatPart { id, label, x, y, accessible, companion } = part;
        Self { id: id.map(SeatId), label, x, y, accessible, companion }
    }
}

impl From<plan::Seat> for SeatPart {
    fn from(seat: plan::Seat) -> Self {
        let plan::Seat { id, label, x, y, accessible, companion } = seat;
        Self { id: Some(id.0), label, x, y, accessible, companion }
    }
}
