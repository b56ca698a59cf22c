//! Where things lie: what is under the pointer, what lies in a frame, how far something reaches.

use domain::venues::Point;

use super::Sketch;
use super::pick::{Grain, Pick, Selection};

/// Half of a seat, in centimetres.
pub const SEAT_RADIUS: i32 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Frame {
    pub fn between(a: Point, b: Point) -> Self {
        Self { left: a.x.min(b.x), top: a.y.min(b.y), right: a.x.max(b.x), bottom: a.y.max(b.y) }
    }

    pub fn holds(&self, x: i32, y: i32) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    fn stretch(found: &mut Option<Self>, x: i32, y: i32) {
        let frame = found.get_or_insert(Self { left: x, top: y, right: x, bottom: y });
        frame.left = frame.left.min(x);
        frame.right = frame.right.max(x);
        frame.top = frame.top.min(y);
        frame.bottom = frame.bottom.max(y);
    }
}

impl Sketch {
    pub fn bounds(&self, selection: &Selection) -> Option<Frame> {
        let mut found = None;
        self.see_seats(selection, &mut |seat| Frame::stretch(&mut found, seat.x, seat.y));
        for pick in selection.picks() {
            match *pick {
                Pick::Section(s) => {
                    let area = self.parts.get(s).into_iter().flat_map(|part| &part.head.area);
                    area.for_each(|corner| Frame::stretch(&mut found, corner.x, corner.y));
                }
                Pick::Shape(index) => {
                    if let Some(shape) = self.shapes.get(index) {
                        Frame::stretch(&mut found, shape.x, shape.y);
                        Frame::stretch(&mut found, shape.x + shape.width, shape.y + shape.height);
                    }
                }
                Pick::Row(..) | Pick::Seat(..) => {}
            }
        }
        found
    }

    /// What lies here: the nearest seat within reach, else the section or the shape.
    pub fn at(&self, here: Point, reach: i32, grain: Grain) -> Option<Pick> {
        let reach = i64::from(reach.max(SEAT_RADIUS));
        let mut nearest = (reach * reach + 1, None);
        for (s, part) in self.parts.iter().enumerate() {
            for (r, row) in part.rows.iter().enumerate() {
                for (n, seat) in row.seats.iter().enumerate() {
                    let (x, y) = (i64::from(seat.x - here.x), i64::from(seat.y - here.y));
                    let away = x * x + y * y;
                    if away < nearest.0 {
                        nearest = (away, Some(grain.pick(s, r, n)));
                    }
                }
            }
        }
        nearest.1.or_else(|| self.area_at(here)).or_else(|| self.shape_at(here))
    }

    fn area_at(&self, here: Point) -> Option<Pick> {
        self.parts.iter().rposition(|part| is_inside(&part.head.area, here)).map(Pick::Section)
    }

    fn shape_at(&self, here: Point) -> Option<Pick> {
        let holds = |shape: &domain::venues::Shape| {
            (shape.x..=shape.x + shape.width).contains(&here.x) && (shape.y..=shape.y + shape.height).contains(&here.y)
        };
        self.shapes.iter().rposition(holds).map(Pick::Shape)
    }

    /// A row or a section is taken as soon as one of its seats is.
    pub fn within(&self, frame: Frame, grain: Grain) -> Selection {
        let mut picks = Vec::new();
        for (s, part) in self.parts.iter().enumerate() {
            for (r, row) in part.rows.iter().enumerate() {
                for (n, _) in row.seats.iter().enumerate().filter(|(_, seat)| frame.holds(seat.x, seat.y)) {
                    let pick = grain.pick(s, r, n);
                    if picks.last() != Some(&pick) {
                        picks.push(pick);
                    }
                }
            }
            if part.rows.is_empty() && part.head.area.iter().any(|corner| frame.holds(corner.x, corner.y)) {
                picks.push(Pick::Section(s));
            }
        }
        picks.into()
    }
}

/// Whoever goes to the right crosses the outline an odd number of times.
fn is_inside(area: &[Point], here: Point) -> bool {
    let mut inside = false;
    let mut before = area.last();
    for corner in area {
        if let Some(from) = before
            && (from.y > here.y) != (corner.y > here.y)
        {
            let along = f64::from(here.y - from.y) / f64::from(corner.y - from.y);
            if f64::from(here.x) < f64::from(from.x) + along * f64::from(corner.x - from.x) {
                inside = !inside;
            }
        }
        before = Some(corner);
    }
    inside
}
