//! What is new on a plan.

use std::sync::Arc;

use domain::venues::{
    Block, PLAN_SIDE_MAX, Point, RowRule, SeatRule, SectionDraft, SectionKind, Shape, ShapeKind, lay_block,
};

use super::pick::{Pick, Selection};
use super::{Part, Sketch};

/// What somebody asks for when they add rows.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub block: Block,
    pub row_rule: RowRule,
    pub seat_rule: SeatRule,
}

impl Sketch {
    /// Rows for a section that is there, or for a new one of that name.
    pub fn add_rows(&mut self, into: Option<usize>, name: &str, rows: &Rows) -> Result<Selection, String> {
        let laid = lay_block(rows.block, rows.row_rule, rows.seat_rule)?;
        let laid = laid.into_iter().map(Arc::new);
        let Some((s, part)) = into.and_then(|s| Some((s, self.part(s)?))) else {
            let head = SectionDraft { name: self.free_name(name), zone: self.next_zone(), ..Default::default() };
            self.parts.push(Arc::new(Part { head, rows: laid.collect() }));
            return Ok(Selection::one(Pick::Section(self.parts.len() - 1)));
        };
        let first = part.rows.len();
        part.rows.extend(laid);
        Ok((first..part.rows.len()).map(|r| Pick::Row(s, r)).collect::<Vec<_>>().into())
    }

    pub fn add_standing(&mut self, name: &str, places: i32, middle: Point) -> Selection {
        // Two people to a square metre, as deep as wide.
        let side = whole_root(places.max(1)).saturating_mul(70).clamp(200, 4_000) / 2;
        let at = |x: i32, y: i32| Point {
            x: (middle.x + x).clamp(0, PLAN_SIDE_MAX),
            y: (middle.y + y).clamp(0, PLAN_SIDE_MAX),
        };
        let head = SectionDraft {
            name: self.free_name(name),
            kind: SectionKind::Standing,
            capacity: Some(places),
            zone: self.next_zone(),
            area: vec![at(-side, -side), at(side, -side), at(side, side), at(-side, side)],
            ..Default::default()
        };
        self.parts.push(Arc::new(Part { head, rows: Vec::new() }));
        Selection::one(Pick::Section(self.parts.len() - 1))
    }

    pub fn add_stage(&mut self, middle: Point) -> Selection {
        let (width, height) = (800, 300);
        self.shapes.push(Shape {
            kind: ShapeKind::Stage,
            label: "Stage".into(),
            x: (middle.x - width / 2).max(0),
            y: (middle.y - height / 2).max(0),
            width,
            height,
            rotation: 0,
        });
        Selection::one(Pick::Shape(self.shapes.len() - 1))
    }

    fn next_zone(&self) -> i32 {
        let used = self.parts.iter().map(|part| part.head.zone).max();
        used.map_or(0, |zone| (zone + 1) % domain::venues::ZONES)
    }
}

fn whole_root(number: i32) -> i32 {
    (1..).find(|root: &i32| root.saturating_mul(*root) >= number).unwrap_or(1)
}
