//! From what the use cases answer to what pages show.

use std::fmt::Write as _;

use domain::venues::{PlanVersion, Point, SavedPlan, Seat, Section, Shape};

use super::{BackgroundDrawn, PlanDrawn, SectionDrawn, ShapeDrawn, VersionShown};
use crate::reader::Reader;

pub fn version(version: PlanVersion, reader: &Reader) -> VersionShown {
    VersionShown { facts: version.facts, at: reader.moment(version.created_at), uses: version.uses }
}

pub fn plan(saved: SavedPlan, reader: &Reader) -> PlanDrawn {
    let plan = saved.plan;
    PlanDrawn {
        facts: saved.facts,
        at: reader.moment(saved.created_at),
        width: plan.width,
        height: plan.height,
        background: plan.background.map(|picture| BackgroundDrawn {
            picture_id: picture.picture_id,
            x: picture.x,
            y: picture.y,
            width: picture.width,
            height: picture.height,
            opacity: picture.opacity,
        }),
        shapes: plan.shapes.into_iter().map(shape).collect(),
        sections: plan.sections.into_iter().map(section).collect(),
    }
}

fn shape(shape: Shape) -> ShapeDrawn {
    let Shape { kind, label, x, y, width, height, rotation } = shape;
    ShapeDrawn { kind, label, x, y, width, height, rotation }
}

fn section(section: Section) -> SectionDrawn {
    let seats = || section.rows.iter().flat_map(|row| &row.seats);
    let corners: Vec<Point> = if section.area.is_empty() {
        seats().map(|seat| Point { x: seat.x, y: seat.y }).collect()
    } else {
        section.area.clone()
    };
    SectionDrawn {
        kind: section.kind,
        zone: section.zone,
        places: section.places(),
        rows: section.rows.len(),
        accessible: seats().filter(|seat| seat.accessible).count(),
        companion: seats().filter(|seat| seat.companion).count(),
        outline: outline(&section.area),
        seats: dots(seats().filter(|seat| !seat.accessible)),
        wheelchairs: dots(seats().filter(|seat| seat.accessible)),
        middle: span(&corners, i32::midpoint),
        size: span(&corners, |least, most| most - least),
        name: section.name,
        entrance: section.entrance,
    }
}

fn outline(area: &[Point]) -> String {
    area.iter().map(|corner| format!("{},{}", corner.x, corner.y)).collect::<Vec<_>>().join(" ")
}

/// Lines of no length, which round ends make dots. Each starts where the last one was, which is short to write.
fn dots<'a>(seats: impl Iterator<Item = &'a Seat>) -> String {
    let mut path = String::new();
    let (mut x, mut y) = (0, 0);
    for seat in seats {
        let start = if path.is_empty() { 'M' } else { 'm' };
        // Writing into a text cannot fail.
        let _ = write!(path, "{start}{} {}h0", seat.x - x, seat.y - y);
        (x, y) = (seat.x, seat.y);
    }
    path
}

/// What lies between the outermost of them, in both directions.
fn span(points: &[Point], between: fn(i32, i32) -> i32) -> (i32, i32) {
    let of = |along: fn(&Point) -> i32| {
        let least = points.iter().map(along).min().unwrap_or_default();
        let most = points.iter().map(along).max().unwrap_or_default();
        between(least, most)
    };
    (of(|point| point.x), of(|point| point.y))
}

#[cfg(test)]
mod tests {
    use super::{dots, span};
    use domain::ids::SeatId;
    use domain::venues::{Point, Seat};

    #[test]
    fn every_seat_is_a_dot_where_it_stands() {
        let at =
            |x, y| Seat { id: SeatId(uuid::Uuid::nil()), label: "1".into(), x, y, accessible: false, companion: false };
        assert_eq!(dots([at(100, 50), at(150, 50), at(100, 90)].iter()), "M100 50h0m50 0h0m-50 40h0");
        assert_eq!(span(&[Point { x: 0, y: 10 }, Point { x: 100, y: 30 }], i32::midpoint), (50, 20));
        assert_eq!(span(&[], i32::midpoint), (0, 0));
    }
}
