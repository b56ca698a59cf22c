use std::sync::Arc;

use domain::ids::SectionId;
use domain::venues::{
    Block, PlanDraft, Point, RowLine, RowRule, SeatRule, SectionDraft, ShapeKind, check_plan, number_plan,
};
use uuid::Uuid;

use super::add::Rows;
use super::change::Mark;
use super::find::Frame;
use super::history::Editor;
use super::pick::{Grain, Pick, Selection, pick_of};
use super::{Part, Sketch};

const MIDDLE: Point = Point { x: 1_000, y: 1_000 };

fn rows(rows: usize, seats: usize) -> Rows {
    let first = RowLine { x: 1_000, y: 600, spacing: 50, rotation: 0, radius: None };
    Rows { block: Block { first, rows, seats, more_seats: 0, depth: 90 }, ..Rows::default() }
}

/// Two rows of three seats, and a standing section.
fn editor() -> Editor {
    let mut editor = Editor::open(Sketch { width: 2_000, height: 1_500, ..Default::default() }, 0);
    editor.add(&mut |sketch| sketch.add_rows(None, "Stalls", &rows(2, 3))).unwrap();
    editor.add(&mut |sketch| Ok(sketch.add_standing("Floor", 80, MIDDLE))).unwrap();
    editor.select(Selection::default());
    editor
}

/// As the server reads what is sent to it.
fn sent_by(editor: &Editor) -> PlanDraft {
    serde_json::from_str(&editor.to_json()).unwrap()
}

fn sketch_of(draft: PlanDraft) -> Sketch {
    let part = |mut section: SectionDraft| {
        let rows = std::mem::take(&mut section.rows).into_iter().map(Arc::new).collect();
        Arc::new(Part { head: section, rows })
    };
    Sketch {
        width: draft.width.unwrap(),
        height: draft.height.unwrap(),
        background: draft.background,
        shapes: draft.shapes,
        parts: draft.sections.into_iter().map(part).collect(),
        stamp: 0,
    }
}

/// As the server answers: everything has an id.
fn answer_to(editor: &Editor) -> Sketch {
    let mut count = 0x0193_a7c1_5a00_7000_8000_0000_0000_0000_u128;
    let plan = number_plan(sent_by(editor), || {
        count += 1;
        Uuid::from_u128(count)
    });
    sketch_of(plan.into())
}

fn labels(editor: &Editor, s: usize) -> Vec<String> {
    editor.sketch.parts[s].rows.iter().map(|row| row.label.clone()).collect()
}

#[test]
fn what_is_added_is_a_plan_the_server_takes() {
    let mut draft = sent_by(&editor());
    check_plan(&mut draft).unwrap();
    assert_eq!((draft.count_seats(), draft.sections[1].capacity, draft.sections[1].zone), (6, Some(80), 1));
    assert!(draft.sections.iter().all(|section| section.id.is_none()), "the server gives out the ids");
}

#[test]
fn a_seat_a_row_and_a_section_are_moved_alone() {
    let mut editor = editor();
    let seat = |editor: &Editor, r: usize, n: usize| editor.sketch.parts[0].rows[r].seats[n].clone();
    let (first, other, line) = (seat(&editor, 0, 0), seat(&editor, 1, 0), editor.sketch.parts[0].rows[0].line);
    editor.change(&mut |sketch| sketch.move_by(&Selection::one(Pick::Seat(0, 0, 0)), 30, -20));
    assert_eq!((seat(&editor, 0, 0).x, seat(&editor, 0, 0).y), (first.x + 30, first.y - 20));
    assert_eq!((seat(&editor, 1, 0), editor.sketch.parts[0].rows[0].line), (other.clone(), line));
    editor.change(&mut |sketch| sketch.move_by(&Selection::one(Pick::Section(0)), 100, 0));
    assert_eq!(seat(&editor, 1, 0).x, other.x + 100);
    assert_eq!(editor.sketch.parts[0].rows[0].line.unwrap().x, line.unwrap().x + 100);
    editor.change(&mut |sketch| sketch.move_by(&Selection::one(Pick::Section(0)), -90_000, 0));
    assert_eq!(editor.sketch.bounds(&Selection::one(Pick::Section(0))).unwrap().left, 0, "nothing leaves the plan");
}

#[test]
fn every_step_is_undone_and_done_again_and_shares_what_it_did_not_touch() {
    let mut editor = editor();
    let before = editor.sketch.clone();
    editor.change(&mut |sketch| sketch.mark(&Selection::one(Pick::Row(0, 1)), Mark::Accessible));
    assert!(editor.sketch.parts[0].rows[1].seats.iter().all(|seat| seat.accessible));
    assert!(std::sync::Arc::ptr_eq(&before.parts[0].rows[0], &editor.sketch.parts[0].rows[0]));
    assert!(editor.undo() && editor.sketch.parts[0].rows[1].seats.iter().all(|seat| !seat.accessible));
    assert!(editor.redo() && editor.sketch.parts[0].rows[1].seats.iter().all(|seat| seat.accessible));
    assert!(!editor.redo());
    while editor.undo() {}
    assert!(editor.sketch.parts.is_empty() && editor.is_saved());
}

#[test]
fn marking_what_is_marked_takes_the_mark_away() {
    let mut editor = editor();
    let both = Selection::from(vec![Pick::Seat(0, 0, 0), Pick::Seat(0, 0, 1)]);
    let marked = |editor: &Editor| editor.sketch.parts[0].rows[0].seats.iter().filter(|seat| seat.companion).count();
    editor.change(&mut |sketch| sketch.mark(&Selection::one(Pick::Seat(0, 0, 0)), Mark::Companion));
    editor.change(&mut |sketch| sketch.mark(&both, Mark::Companion));
    assert_eq!(marked(&editor), 2);
    editor.change(&mut |sketch| sketch.mark(&both, Mark::Companion));
    assert_eq!(marked(&editor), 0);
}

#[test]
fn what_is_deleted_takes_its_empty_row_along() {
    let mut editor = editor();
    let picked = vec![Pick::Seat(0, 0, 0), Pick::Seat(0, 0, 1), Pick::Seat(0, 0, 2), Pick::Seat(0, 1, 2)];
    let picked = Selection::from(picked);
    editor.change(&mut |sketch| sketch.remove(&picked));
    assert_eq!((labels(&editor, 0), editor.sketch.count()), (vec!["B".to_owned()], 2));
    editor.change(&mut |sketch| sketch.remove(&vec![Pick::Section(0), Pick::Section(1)].into()));
    assert!(editor.sketch.parts.is_empty());
}

#[test]
fn copies_have_labels_of_their_own_and_no_ids() {
    let mut editor = editor();
    editor.add(&mut |sketch| Ok(sketch.duplicate(&Selection::one(Pick::Section(0))))).unwrap();
    assert_eq!(
        (editor.selection.only(), editor.sketch.parts[2].head.name.as_str()),
        (Some(Pick::Section(2)), "Stalls 2")
    );
    check_plan(&mut sent_by(&editor)).unwrap();
    editor.add(&mut |sketch| Ok(sketch.duplicate(&vec![Pick::Row(0, 0), Pick::Seat(0, 1, 2)].into()))).unwrap();
    assert_eq!(labels(&editor, 0), ["A", "B", "A 2"]);
    assert_eq!(editor.sketch.parts[0].rows[1].seats[3].label, "4");
}

#[test]
fn labels_follow_a_rule_for_what_is_picked() {
    let mut editor = editor();
    editor.change(&mut |sketch| {
        sketch.label_rows(
            &Selection::one(Pick::Section(0)),
            RowRule { start: 8, skip_look_alikes: true, ..Default::default() },
        );
        sketch.label_seats(&Selection::one(Pick::Seat(0, 1, 0)), SeatRule { start: 11, ..Default::default() });
    });
    assert_eq!(labels(&editor, 0), ["H", "J"]);
    let seats =
        |r: usize| editor.sketch.parts[0].rows[r].seats.iter().map(|seat| seat.label.as_str()).collect::<Vec<_>>();
    assert_eq!((seats(0), seats(1)), (vec!["1", "2", "3"], vec!["11", "12", "13"]));
}

#[test]
fn a_click_finds_the_nearest_seat_and_a_frame_all_within() {
    let editor = editor();
    let seat = &editor.sketch.parts[0].rows[1].seats[2];
    let near = Point { x: seat.x + 8, y: seat.y - 8 };
    assert_eq!(editor.sketch.at(near, 0, Grain::Seats), Some(Pick::Seat(0, 1, 2)));
    assert_eq!(editor.sketch.at(near, 0, Grain::Rows), Some(Pick::Row(0, 1)));
    assert_eq!(editor.sketch.at(MIDDLE, 0, Grain::Seats), Some(Pick::Section(1)), "one stands everywhere in the area");
    assert_eq!(editor.sketch.at(Point { x: 10, y: 10 }, 0, Grain::Seats), None);
    let frame = Frame { left: 0, top: 0, right: 3_000, bottom: 620 };
    assert_eq!(editor.sketch.within(frame, Grain::Seats).picks().len(), 3);
    assert_eq!(editor.sketch.within(frame, Grain::Rows).only(), Some(Pick::Row(0, 0)));
}

#[test]
fn what_was_saved_keeps_its_ids_in_every_state_one_may_go_back_to() {
    let mut editor = editor();
    editor.change(&mut |sketch| sketch.mark(&Selection::one(Pick::Section(0)), Mark::Accessible));
    let sent = editor.sketch.clone();
    let answer = answer_to(&editor);
    editor.saved(&sent, &answer, 1);
    assert!(editor.is_saved() && editor.version == 1);
    editor.undo();
    assert!(!editor.is_saved());
    let draft = sent_by(&editor);
    let ids = |draft: &PlanDraft| draft.sections[0].rows[1].seats.iter().map(|seat| seat.id).collect::<Vec<_>>();
    let given = answer.parts[0].rows[1].seats.iter().map(|seat| seat.id).collect::<Vec<_>>();
    assert_eq!((ids(&draft), draft.version), (given, Some(1)));
    assert!(!draft.sections[0].rows[1].seats[0].accessible);
}

#[test]
fn an_import_of_this_venue_keeps_its_ids_and_one_of_another_is_new() {
    let mut editor = editor();
    let sent = editor.sketch.clone();
    let answer = answer_to(&editor);
    editor.saved(&sent, &answer, 1);
    let first_seat = |editor: &Editor| sent_by(editor).sections[0].rows[0].seats[0].id;
    let known = first_seat(&editor);
    editor.import(answer.clone());
    assert!(known.is_some() && first_seat(&editor) == known);
    let mut other = answer;
    other.parts.iter_mut().for_each(|part| Arc::make_mut(part).head.id = Some(SectionId(Uuid::max())));
    editor.import(other);
    assert_eq!(first_seat(&editor), None);
    assert!(editor.undo() && editor.undo() && editor.sketch.stamp == sent.stamp);
}

#[test]
fn whatever_is_typed_is_read_by_the_server_as_it_was_typed() {
    let mut editor = editor();
    let name = "Stalls \"left\" \\ <b>\u{7}\u{1f3ad}";
    editor.change(&mut |sketch| {
        let head = &mut sketch.part(0).unwrap().head;
        name.clone_into(&mut head.name);
        head.entrance = Some("Ost, 2. Tür".into());
        sketch.add_stage(MIDDLE);
    });
    let read = sent_by(&editor);
    assert_eq!((read.sections[0].name.as_str(), read.shapes.len(), read.shapes[0].kind), (name, 1, ShapeKind::Stage));
    assert_eq!(read.sections[0].entrance.as_deref(), Some("Ost, 2. Tür"));
    assert_eq!(read.sections[0].rows[0].line, editor.sketch.parts[0].rows[0].line);
}

#[test]
fn the_way_to_a_problem_leads_to_the_thing_it_is_about() {
    assert_eq!(pick_of("sections[2].rows[0].seats[14].label"), Some(Pick::Seat(2, 0, 14)));
    assert_eq!(pick_of("sections[12].rows[3].line.x"), Some(Pick::Row(12, 3)));
    assert_eq!(pick_of("sections[1].name"), Some(Pick::Section(1)));
    assert_eq!(pick_of("shapes[4].width"), Some(Pick::Shape(4)));
    assert_eq!(pick_of("sections"), None);
}
