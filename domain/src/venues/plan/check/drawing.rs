//! What is wrong with what is drawn around the seats.

use super::super::document::{Background, Point, RowLine, Shape};
use super::super::draft::PlanDraft;
use super::super::problems::PlanProblems;
use super::super::{
    AREA_POINTS_MAX, AREA_POINTS_MIN, PLAN_SIDE_MAX, PLAN_SIDE_MIN, SHAPE_LABEL_MAX_CHARS, SHAPES_MAX, SPACING_MAX,
    SPACING_MIN,
};
use crate::text::parse_line;

const CIRCLE: i32 = 360;

pub(super) fn check_drawing(problems: &mut PlanProblems, draft: &mut PlanDraft) {
    for (name, side) in [("width", draft.width), ("height", draft.height)] {
        if side.is_some_and(|side| !(PLAN_SIDE_MIN..=PLAN_SIDE_MAX).contains(&side)) {
            problems.note(|| name.into(), format!("Choose {PLAN_SIDE_MIN} to {PLAN_SIDE_MAX} centimetres."));
        }
    }
    if let Some(background) = &draft.background {
        check_background(problems, background);
    }
    if draft.shapes.len() > SHAPES_MAX {
        problems.note(|| "shapes".into(), format!("A plan has at most {SHAPES_MAX} shapes."));
        return;
    }
    for (index, shape) in draft.shapes.iter_mut().enumerate() {
        let label = || format!("shapes[{index}].label");
        problems.clean(&mut shape.label, label, |raw| parse_line(raw, SHAPE_LABEL_MAX_CHARS));
        check_shape(problems, index, shape);
    }
}

/// It may hang over the edges of the plan.
fn check_background(problems: &mut PlanProblems, background: &Background) {
    let anywhere = -PLAN_SIDE_MAX..=PLAN_SIDE_MAX;
    for (name, number, range) in [
        ("x", background.x, anywhere.clone()),
        ("y", background.y, anywhere),
        ("width", background.width, 1..=PLAN_SIDE_MAX),
        ("height", background.height, 1..=PLAN_SIDE_MAX),
        ("opacity", background.opacity, 0..=100),
    ] {
        within(problems, number, range, || format!("background.{name}"));
    }
}

fn check_shape(problems: &mut PlanProblems, index: usize, shape: &Shape) {
    for (name, number, range) in [
        ("x", shape.x, 0..=PLAN_SIDE_MAX),
        ("y", shape.y, 0..=PLAN_SIDE_MAX),
        ("width", shape.width, 1..=PLAN_SIDE_MAX),
        ("height", shape.height, 1..=PLAN_SIDE_MAX),
        ("rotation", shape.rotation, -CIRCLE..=CIRCLE),
    ] {
        within(problems, number, range, || format!("shapes[{index}].{name}"));
    }
}

pub(super) fn check_area(problems: &mut PlanProblems, s: usize, area: &[Point], (width, height): (i32, i32)) {
    if !area.is_empty() && !(AREA_POINTS_MIN..=AREA_POINTS_MAX).contains(&area.len()) {
        let message = format!("An outline has {AREA_POINTS_MIN} to {AREA_POINTS_MAX} corners, or none.");
        problems.note(|| format!("sections[{s}].area"), message);
        return;
    }
    for (c, corner) in area.iter().enumerate() {
        within(problems, corner.x, 0..=width, || format!("sections[{s}].area[{c}].x"));
        within(problems, corner.y, 0..=height, || format!("sections[{s}].area[{c}].y"));
    }
}

pub(super) fn check_line(problems: &mut PlanProblems, line: Option<RowLine>, field: impl Fn() -> String) {
    let Some(line) = line else { return };
    for (name, number, range) in [
        ("x", line.x, 0..=PLAN_SIDE_MAX),
        ("y", line.y, 0..=PLAN_SIDE_MAX),
        ("spacing", line.spacing, SPACING_MIN..=SPACING_MAX),
        ("rotation", line.rotation, -CIRCLE..=CIRCLE),
        ("radius", line.radius.unwrap_or(1), -PLAN_SIDE_MAX..=PLAN_SIDE_MAX),
    ] {
        within(problems, number, range, || format!("{}.{name}", field()));
    }
    if line.radius == Some(0) {
        problems.note(|| format!("{}.radius", field()), "Leave the radius out for a straight row.");
    }
}

fn within(
    problems: &mut PlanProblems,
    number: i32,
    range: std::ops::RangeInclusive<i32>,
    field: impl FnOnce() -> String,
) {
    if !range.contains(&number) {
        problems.note(field, format!("Choose a number from {} to {}.", range.start(), range.end()));
    }
}
