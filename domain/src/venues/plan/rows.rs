//! Rows by rule: where the seats of a row stand, straight or on a circle, and blocks of such rows.

use serde::{Deserialize, Serialize};

use super::document::{Point, RowLine};
use super::draft::{RowDraft, SeatDraft};
use super::labels::{RowRule, SeatRule, row_labels, seat_labels};
use super::{PLAN_SIDE_MAX, ROW_SEATS_MAX, SECTION_ROWS_MAX};

/// From seat to seat: nearer than this they would lie upon each other.
pub const SPACING_MIN: i32 = 20;
pub const SPACING_MAX: i32 = 1_000;
/// A tighter circle would push the seats into each other.
const RADIUS_IN_SPACINGS_MIN: i32 = 2;

/// Rows behind each other; where they are curved, all around the same middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Block {
    /// The one at the front.
    pub first: RowLine,
    pub rows: usize,
    /// In the first row.
    pub seats: usize,
    /// From row to row, so that a block may grow towards the back.
    pub more_seats: i32,
    /// From row to row.
    pub depth: i32,
}

/// Where the seats of a row stand, from the left to the right, or why they cannot.
pub fn lay_row(line: RowLine, seats: usize) -> Result<Vec<Point>, String> {
    if !(1..=ROW_SEATS_MAX).contains(&seats) {
        return Err(format!("A row has 1 to {ROW_SEATS_MAX} seats."));
    }
    if !(SPACING_MIN..=SPACING_MAX).contains(&line.spacing) {
        return Err(format!("Leave {SPACING_MIN} to {SPACING_MAX} centimetres from seat to seat."));
    }
    let spacing = f64::from(line.spacing);
    let gaps = u32::try_from(seats - 1).unwrap_or_default();
    let length = spacing * f64::from(gaps);
    let radius = line.radius.map(f64::from);
    if let Some(radius) = radius {
        let tight = radius.abs() < spacing * f64::from(RADIUS_IN_SPACINGS_MIN);
        if tight || length > radius.abs() * std::f64::consts::PI {
            return Err("This row is longer than half of its circle. Take a larger radius or fewer seats.".into());
        }
    }
    let turned = f64::from(line.rotation).to_radians();
    let place = |gap: u32| {
        let along = spacing * f64::from(gap) - length / 2.0;
        let (right, back) = bend(along, radius);
        let (sin, cos) = sin_cos(turned);
        let x = whole(f64::from(line.x) + right * cos - back * sin);
        let y = whole(f64::from(line.y) + right * sin + back * cos);
        let inside = 0..=PLAN_SIDE_MAX;
        if inside.contains(&x) && inside.contains(&y) { Ok(Point { x, y }) } else { Err(()) }
    };
    let points: Result<Vec<Point>, ()> = (0..=gaps).map(place).collect();
    points.map_err(|()| "This row would lie outside of the plan. Move it, or take fewer seats.".into())
}

/// How far to the right and to the back of the middle of its row something is that lies this far along it.
fn bend(along: f64, radius: Option<f64>) -> (f64, f64) {
    match radius {
        None => (along, 0.0),
        Some(radius) => {
            let (sin, cos) = sin_cos(along / radius);
            (radius * sin, radius * cos - radius)
        }
    }
}

/// Rows with their seats and labels, from the front to the back.
pub fn lay_block(block: Block, rows: RowRule, seats: SeatRule) -> Result<Vec<RowDraft>, String> {
    if !(1..=SECTION_ROWS_MAX).contains(&block.rows) {
        return Err(format!("A section has 1 to {SECTION_ROWS_MAX} rows."));
    }
    if !(SPACING_MIN..=SPACING_MAX).contains(&block.depth) {
        return Err(format!("Leave {SPACING_MIN} to {SPACING_MAX} centimetres from row to row."));
    }
    let labels = row_labels(rows, block.rows).into_iter();
    let lines = (0_i32..).map(|number| (line_behind(block, number), seats_of(block, number)));
    labels.zip(lines).map(|(label, (line, count))| lay_labelled(label, line, count, seats)).collect()
}

fn lay_labelled(label: String, line: RowLine, seats: usize, rule: SeatRule) -> Result<RowDraft, String> {
    let points = lay_row(line, seats)?;
    let labelled = points.into_iter().zip(seat_labels(rule, seats));
    let seats = labelled.map(|(at, label)| SeatDraft { label, x: at.x, y: at.y, ..Default::default() }).collect();
    Ok(RowDraft { id: None, label, line: Some(line), seats })
}

fn seats_of(block: Block, number: i32) -> usize {
    let more = i64::from(block.more_seats) * i64::from(number);
    usize::try_from(i64::try_from(block.seats).unwrap_or(i64::MAX).saturating_add(more)).unwrap_or_default()
}

fn line_behind(block: Block, number: i32) -> RowLine {
    let (first, away) = (block.first, block.depth.saturating_mul(number));
    let (sin, cos) = sin_cos(f64::from(first.rotation).to_radians());
    RowLine {
        x: first.x.saturating_add(whole(-f64::from(away) * sin)),
        y: first.y.saturating_add(whole(f64::from(away) * cos)),
        radius: first.radius.map(|radius| radius.saturating_add(away)),
        ..first
    }
}

/// Our own, because the machine's differ in their last digit, and in a browser they are eight kilobytes to download.
/// Their series, for angles of a turn or two.
fn sin_cos(angle: f64) -> (f64, f64) {
    const TERMS: u32 = 24;
    let turns = (angle / std::f64::consts::TAU).round();
    let angle = angle - turns * std::f64::consts::TAU;
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for number in 0..TERMS {
        let signed = if number % 4 < 2 { term } else { -term };
        if number % 2 == 0 {
            cos += signed;
        } else {
            sin += signed;
        }
        term *= angle / f64::from(number + 1);
    }
    (sin, cos)
}

/// To the nearest centimetre.
#[expect(clippy::cast_possible_truncation, reason = "what is too large stays at the largest, and is refused later")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}

#[cfg(test)]
mod tests {
    use super::{Block, SPACING_MAX, SPACING_MIN, lay_block, lay_row, sin_cos};
    use crate::venues::plan::{PlanDraft, Point, RowLine, RowRule, SeatRule, SectionDraft, check_plan};
    use proptest::prelude::{Just, Strategy, prop_oneof, proptest};

    fn line(x: i32, y: i32, rotation: i32, radius: Option<i32>) -> RowLine {
        RowLine { x, y, spacing: 50, rotation, radius }
    }

    #[test]
    fn a_straight_row_runs_from_the_left_to_the_right_around_its_middle() {
        let at = |x, y| Point { x, y };
        assert_eq!(lay_row(line(500, 300, 0, None), 3).unwrap(), [at(450, 300), at(500, 300), at(550, 300)]);
        assert_eq!(lay_row(line(500, 300, 90, None), 2).unwrap(), [at(500, 275), at(500, 325)]);
    }

    #[test]
    fn the_ends_of_a_curved_row_come_forward_around_the_stage_or_fall_back_from_it() {
        let ends = |radius| {
            let seats = lay_row(line(1_000, 1_000, 0, Some(radius)), 9).unwrap();
            assert_eq!(seats[4], Point { x: 1_000, y: 1_000 });
            (seats[0].y, seats[8].y)
        };
        assert_eq!(ends(500), (961, 961));
        assert_eq!(ends(-500), (1_039, 1_039));
    }

    #[test]
    fn what_cannot_be_laid_says_why() {
        assert!(lay_row(line(500, 300, 0, None), 0).is_err());
        assert!(lay_row(line(500, 300, 0, None), 501).is_err());
        assert!(lay_row(RowLine { spacing: 19, ..line(500, 300, 0, None) }, 3).is_err());
        assert!(lay_row(line(10, 300, 0, None), 3).unwrap_err().contains("outside"));
        assert!(lay_row(line(5_000, 5_000, 0, Some(100)), 20).unwrap_err().contains("half of its circle"));
        assert!(lay_row(line(5_000, 5_000, 0, Some(0)), 2).is_err());
    }

    #[test]
    fn a_block_is_a_section_without_anything_wrong_in_it() {
        let first = line(3_000, 1_500, 0, Some(1_000));
        let block = Block { first, rows: 12, seats: 20, more_seats: 2, depth: 100 };
        let rows = lay_block(block, RowRule { skip_look_alikes: true, ..Default::default() }, SeatRule::default());
        let section = SectionDraft { name: "Stalls".into(), rows: rows.unwrap(), ..Default::default() };
        assert_eq!((section.rows[11].seats.len(), section.rows[8].label.as_str()), (42, "J"));
        assert_eq!(section.rows[2].line, Some(RowLine { y: 1_700, radius: Some(1_200), ..first }));
        check_plan(&mut PlanDraft { sections: vec![section], ..Default::default() }).unwrap();
        assert!(lay_block(Block { more_seats: -3, ..block }, RowRule::default(), SeatRule::default()).is_err());
    }

    fn lines() -> impl Strategy<Value = RowLine> {
        let radius =
            prop_oneof![Just(None), (40..100_000).prop_map(Some), (40..100_000).prop_map(|radius: i32| Some(-radius))];
        (0..100_000, 0..100_000, SPACING_MIN..=SPACING_MAX, -360..=360, radius)
            .prop_map(|(x, y, spacing, rotation, radius)| RowLine { x, y, spacing, rotation, radius })
    }

    proptest! {
        #[test]
        fn our_sine_and_cosine_are_those_of_the_machine(angle in -12.6_f64..12.6) {
            let ((sin, cos), (own_sin, own_cos)) = (angle.sin_cos(), sin_cos(angle));
            assert!((sin - own_sin).abs() < 1e-9 && (cos - own_cos).abs() < 1e-9, "{angle}");
        }

        #[test]
        fn a_row_has_its_seats_and_they_do_not_touch(line in lines(), seats in 1_usize..120) {
            if let Ok(points) = lay_row(line, seats) {
                assert_eq!(points.len(), seats);
                let spacing = f64::from(line.spacing);
                for (n, a) in points.iter().enumerate() {
                    for b in &points[n + 1..] {
                        let apart = f64::from(a.x - b.x).hypot(f64::from(a.y - b.y));
                        assert!(apart >= 0.9 * spacing, "{a:?} {b:?} of {line:?}");
                    }
                }
            }
        }
    }
}
