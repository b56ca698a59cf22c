//! What is new in a plan gets its ids; everything else keeps the one it has.

use uuid::Uuid;

use super::document::{Plan, Row, Seat, Section};
use super::draft::{PlanDraft, RowDraft, SeatDraft, SectionDraft};
use super::{PLAN_MARGIN, PLAN_SIDE_MAX, PLAN_SIDE_MIN};

/// Of a draft that was checked.
pub fn number_plan(draft: PlanDraft, mut new_id: impl FnMut() -> Uuid) -> Plan {
    let (width, height) = size_of(&draft);
    Plan {
        width,
        height,
        background: draft.background,
        shapes: draft.shapes,
        sections: draft.sections.into_iter().map(|section| number_section(section, &mut new_id)).collect(),
    }
}

fn number_section(section: SectionDraft, new_id: &mut impl FnMut() -> Uuid) -> Section {
    Section {
        id: section.id.unwrap_or_else(|| new_id().into()),
        name: section.name,
        kind: section.kind,
        capacity: section.capacity,
        zone: section.zone,
        entrance: section.entrance,
        area: section.area,
        rows: section.rows.into_iter().map(|row| number_row(row, new_id)).collect(),
    }
}

fn number_row(row: RowDraft, new_id: &mut impl FnMut() -> Uuid) -> Row {
    Row {
        id: row.id.unwrap_or_else(|| new_id().into()),
        label: row.label,
        line: row.line,
        seats: row.seats.into_iter().map(|seat| number_seat(seat, new_id)).collect(),
    }
}

fn number_seat(seat: SeatDraft, new_id: &mut impl FnMut() -> Uuid) -> Seat {
    let SeatDraft { id, label, x, y, accessible, companion } = seat;
    Seat { id: id.unwrap_or_else(|| new_id().into()), label, x, y, accessible, companion }
}

/// How large it is: as somebody said, or so large that everything is in it.
pub(super) fn size_of(draft: &PlanDraft) -> (i32, i32) {
    let (mut right, mut bottom) = (0, 0);
    let mut reach = |x: i32, y: i32| {
        right = right.max(x);
        bottom = bottom.max(y);
    };
    for section in &draft.sections {
        section.area.iter().for_each(|corner| reach(corner.x, corner.y));
        section.rows.iter().flat_map(|row| &row.seats).for_each(|seat| reach(seat.x, seat.y));
    }
    for shape in &draft.shapes {
        reach(shape.x.saturating_add(shape.width), shape.y.saturating_add(shape.height));
    }
    let side = |last: i32| last.saturating_add(PLAN_MARGIN).clamp(PLAN_SIDE_MIN, PLAN_SIDE_MAX);
    (draft.width.unwrap_or(side(right)), draft.height.unwrap_or(side(bottom)))
}
