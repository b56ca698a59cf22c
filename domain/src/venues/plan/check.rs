//! What is wrong with a plan somebody hands in. Texts are cleaned on the way.

mod drawing;

use std::collections::HashSet;
use std::hash::Hash;

use super::document::{Point, SectionKind};
use super::draft::{PlanDraft, RowDraft, SectionDraft};
use super::number::size_of;
use super::problems::PlanProblems;
use super::{
    ENTRANCE_MAX_CHARS, PLAN_SEATS_MAX, PLAN_SECTIONS_MAX, ROW_LABEL_MAX_CHARS, ROW_SEATS_MAX, SEAT_LABEL_MAX_CHARS,
    SECTION_CAPACITY_MAX, SECTION_NAME_MAX_CHARS, SECTION_ROWS_MAX, ZONES,
};
use crate::refusal::Refusal;
use crate::text::parse_line;
use drawing::{check_area, check_drawing, check_line};

/// What may be there once in the whole plan.
#[derive(Default)]
struct Seen<'a> {
    ids: HashSet<uuid::Uuid>,
    points: HashSet<Point>,
    names: HashSet<String>,
    /// Of the section at hand.
    rows: HashSet<&'a str>,
    /// Of the row at hand.
    seats: HashSet<&'a str>,
}

/// All of it with the way to each field, up to a number nobody reads beyond.
pub fn check_plan(draft: &mut PlanDraft) -> Result<(), Refusal> {
    // First of all, that there is not more of it than anybody wants to look at.
    let mut problems = PlanProblems::default();
    check_amounts(&mut problems, draft);
    problems.into_result()?;
    let mut problems = PlanProblems::default();
    clean_texts(&mut problems, draft);
    check_drawing(&mut problems, draft);
    let size = size_of(draft);
    let mut seen = Seen::default();
    for (s, section) in draft.sections.iter().enumerate() {
        check_section(&mut problems, &mut seen, s, section, size);
    }
    problems.into_result()
}

fn check_amounts(problems: &mut PlanProblems, draft: &PlanDraft) {
    let sections = || "sections".to_owned();
    if draft.sections.is_empty() {
        problems.note(sections, "Draw at least one section.");
    }
    if draft.sections.len() > PLAN_SECTIONS_MAX {
        problems.note(sections, format!("A plan has at most {PLAN_SECTIONS_MAX} sections."));
    }
    let seats = draft.count_seats();
    if seats > PLAN_SEATS_MAX {
        problems.note(sections, format!("A plan has at most {PLAN_SEATS_MAX} seats, and this one has {seats}."));
    }
    for (s, section) in draft.sections.iter().enumerate() {
        if section.rows.len() > SECTION_ROWS_MAX {
            let message = format!("A section has at most {SECTION_ROWS_MAX} rows.");
            problems.note(|| format!("sections[{s}].rows"), message);
        }
        for (r, _) in section.rows.iter().enumerate().filter(|(_, row)| row.seats.len() > ROW_SEATS_MAX) {
            let message = format!("A row has at most {ROW_SEATS_MAX} seats.");
            problems.note(|| format!("sections[{s}].rows[{r}].seats"), message);
        }
    }
}

fn clean_texts(problems: &mut PlanProblems, draft: &mut PlanDraft) {
    for (s, section) in draft.sections.iter_mut().enumerate() {
        let (name, rows) = (&mut section.name, &mut section.rows);
        problems.clean(name, || format!("sections[{s}].name"), |raw| some_text(raw, SECTION_NAME_MAX_CHARS));
        if let Some(entrance) = &mut section.entrance {
            let field = || format!("sections[{s}].entrance");
            problems.clean(entrance, field, |raw| parse_line(raw, ENTRANCE_MAX_CHARS));
        }
        section.entrance = section.entrance.take().filter(|entrance| !entrance.is_empty());
        for (r, row) in rows.iter_mut().enumerate() {
            let field = || format!("sections[{s}].rows[{r}].label");
            problems.clean(&mut row.label, field, |raw| some_text(raw, ROW_LABEL_MAX_CHARS));
            for (n, seat) in row.seats.iter_mut().enumerate() {
                let field = || format!("sections[{s}].rows[{r}].seats[{n}].label");
                problems.clean(&mut seat.label, field, |raw| some_text(raw, SEAT_LABEL_MAX_CHARS));
            }
        }
    }
}

fn some_text(raw: &str, max_chars: usize) -> Result<String, String> {
    let text = parse_line(raw, max_chars)?;
    if text.is_empty() { Err("This must not be empty.".into()) } else { Ok(text) }
}

fn check_section<'a>(
    problems: &mut PlanProblems,
    seen: &mut Seen<'a>,
    s: usize,
    section: &'a SectionDraft,
    size: (i32, i32),
) {
    let field = |name: &str| format!("sections[{s}].{name}");
    if !section.name.is_empty() && !seen.names.insert(section.name.to_lowercase()) {
        problems.note(|| field("name"), "Another section has this name.");
    }
    once(problems, &mut seen.ids, section.id.map(|id| id.0), || field("id"));
    if !(0..ZONES).contains(&section.zone) {
        problems.note(|| field("zone"), format!("Choose a zone from 0 to {}.", ZONES - 1));
    }
    check_area(problems, s, &section.area, size);
    match section.kind {
        SectionKind::Standing => {
            if !section.capacity.is_some_and(|places| (1..=SECTION_CAPACITY_MAX).contains(&places)) {
                let message = format!("Say how many may stand here: 1 to {SECTION_CAPACITY_MAX}.");
                problems.note(|| field("capacity"), message);
            }
            if !section.rows.is_empty() {
                problems.note(|| field("rows"), "Where one stands there are no rows.");
            }
        }
        SectionKind::Seated => {
            if section.capacity.is_some() {
                problems.note(|| field("capacity"), "The seats are counted. Leave this out.");
            }
            if section.rows.iter().all(|row| row.seats.is_empty()) {
                problems.note(|| field("rows"), "Put at least one seat here.");
            }
        }
    }
    seen.rows.clear();
    for (r, row) in section.rows.iter().enumerate() {
        check_row(problems, seen, (s, r), row, size);
    }
}

fn check_row<'a>(
    problems: &mut PlanProblems,
    seen: &mut Seen<'a>,
    (s, r): (usize, usize),
    row: &'a RowDraft,
    (width, height): (i32, i32),
) {
    let field = |name: &str| format!("sections[{s}].rows[{r}].{name}");
    if !row.label.is_empty() && !seen.rows.insert(&row.label) {
        problems.note(|| field("label"), format!("Two rows of this section are called “{}”.", row.label));
    }
    once(problems, &mut seen.ids, row.id.map(|id| id.0), || field("id"));
    check_line(problems, row.line, || field("line"));
    if row.seats.is_empty() {
        problems.note(|| field("seats"), "Put at least one seat in this row.");
    }
    seen.seats.clear();
    for (n, seat) in row.seats.iter().enumerate() {
        let field = |name: &str| format!("sections[{s}].rows[{r}].seats[{n}].{name}");
        if !seat.label.is_empty() && !seen.seats.insert(&seat.label) {
            let (row, label) = (&row.label, &seat.label);
            problems.note(|| field("label"), format!("Two seats of row “{row}” are called “{label}”."));
        }
        once(problems, &mut seen.ids, seat.id.map(|id| id.0), || field("id"));
        for (name, at, side) in [("x", seat.x, width), ("y", seat.y, height)] {
            if !(0..=side).contains(&at) {
                problems.note(|| field(name), format!("This lies outside of the plan: choose 0 to {side}."));
            }
        }
        if !seen.points.insert(Point { x: seat.x, y: seat.y }) {
            problems.note(|| field("x"), "Another seat stands at this point.");
        }
    }
}

fn once<T: Eq + Hash>(
    problems: &mut PlanProblems,
    seen: &mut HashSet<T>,
    id: Option<T>,
    field: impl FnOnce() -> String,
) {
    if id.is_some_and(|id| !seen.insert(id)) {
        problems.note(field, "This id is in the plan twice. Leave it out for something new.");
    }
}

#[cfg(test)]
mod tests;
