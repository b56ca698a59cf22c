use super::check_plan;
use crate::ids::{PictureId, SeatId, SectionId};
use crate::refusal::FieldProblem;
use crate::venues::plan::{
    Background, PLAN_PROBLEMS_MAX, PlanDraft, Point, RowDraft, RowLine, SeatDraft, SectionDraft, SectionKind, Shape,
    ShapeKind, number_plan,
};
use uuid::Uuid;

fn row(label: &str, y: i32, seats: i32) -> RowDraft {
    let seat = |n: i32| SeatDraft { label: (n + 1).to_string(), x: n * 50, y, ..Default::default() };
    RowDraft { label: label.into(), seats: (0..seats).map(seat).collect(), ..Default::default() }
}

fn stalls() -> SectionDraft {
    SectionDraft { name: "Stalls".into(), rows: vec![row("A", 100, 3), row("B", 200, 3)], ..Default::default() }
}

fn standing(name: &str, capacity: Option<i32>) -> SectionDraft {
    SectionDraft { name: name.into(), kind: SectionKind::Standing, capacity, ..Default::default() }
}

fn problems_of(mut draft: PlanDraft) -> Vec<FieldProblem> {
    check_plan(&mut draft).err().map(|refusal| refusal.problems()).unwrap_or_default()
}

/// What is complained about when the stalls are changed like this.
fn wrong(change: impl FnOnce(&mut PlanDraft)) -> Vec<String> {
    let mut draft = PlanDraft { sections: vec![stalls(), standing("Floor", Some(200))], ..Default::default() };
    change(&mut draft);
    problems_of(draft).into_iter().map(|problem| problem.field).collect()
}

#[test]
fn a_plan_of_seats_and_standing_places_is_taken_and_its_texts_are_trimmed() {
    assert!(wrong(|_| ()).is_empty());
    let mut draft = PlanDraft { sections: vec![stalls()], ..Default::default() };
    draft.sections[0].name = "  Stalls ".into();
    draft.sections[0].entrance = Some(" ".into());
    draft.sections[0].rows[0].seats[0].label = " 1 ".into();
    check_plan(&mut draft).unwrap();
    assert_eq!((draft.sections[0].name.as_str(), draft.sections[0].entrance.as_deref()), ("Stalls", None));
    assert_eq!(draft.sections[0].rows[0].seats[0].label, "1");
    let plan = number_plan(draft, Uuid::nil);
    assert_eq!((plan.width, plan.height), (200, 300), "as large as what is in it, with a margin");
    assert_eq!(plan.places_of(SectionKind::Seated), 6);
}

#[test]
fn what_is_there_twice_is_named_where_it_is_the_second_time() {
    assert_eq!(wrong(|plan| plan.sections[1].name = "STALLS".into()), ["sections[1].name"]);
    assert_eq!(wrong(|plan| plan.sections[0].rows[1].label = "A".into()), ["sections[0].rows[1].label"]);
    let twice = wrong(|plan| plan.sections[0].rows[0].seats[2].label = " 1".into());
    assert_eq!(twice, ["sections[0].rows[0].seats[2].label"]);
    let same_point =
        wrong(|plan| (plan.sections[0].rows[1].seats[1].x, plan.sections[0].rows[1].seats[1].y) = (0, 100));
    assert_eq!(same_point, ["sections[0].rows[1].seats[1].x"]);
    let one = Uuid::from_u128(1);
    let ids = wrong(|plan| {
        plan.sections[0].id = Some(SectionId(one));
        plan.sections[0].rows[0].seats[1].id = Some(SeatId(one));
    });
    assert_eq!(ids, ["sections[0].rows[0].seats[1].id"]);
}

#[test]
fn a_section_is_either_seats_or_room_to_stand() {
    assert_eq!(wrong(|plan| plan.sections[1].capacity = None), ["sections[1].capacity"]);
    assert_eq!(wrong(|plan| plan.sections[1].capacity = Some(0)), ["sections[1].capacity"]);
    assert_eq!(wrong(|plan| plan.sections[1].rows = vec![row("A", 500, 1)]), ["sections[1].rows"]);
    assert_eq!(wrong(|plan| plan.sections[0].rows.clear()), ["sections[0].rows"]);
    assert_eq!(wrong(|plan| plan.sections[0].capacity = Some(6)), ["sections[0].capacity"]);
    assert_eq!(wrong(|plan| plan.sections[0].rows[1].seats.clear()), ["sections[0].rows[1].seats"]);
    assert_eq!(wrong(|plan| plan.sections.clear()), ["sections"]);
}

#[test]
fn labels_can_be_read() {
    for label in ["", " ", "a\u{0}b", "\u{202e}1", "12345678901"] {
        let fields = wrong(|plan| plan.sections[0].rows[0].seats[1].label = label.into());
        assert_eq!(fields, ["sections[0].rows[0].seats[1].label"], "{label:?}");
    }
    assert_eq!(wrong(|plan| plan.sections[0].rows[0].label = "x".repeat(21)), ["sections[0].rows[0].label"]);
    assert_eq!(wrong(|plan| plan.sections[0].name = "\t".into()), ["sections[0].name"]);
}

#[test]
fn everything_lies_within_the_plan() {
    let outside = wrong(|plan| plan.sections[0].rows[0].seats[1].x = -1);
    assert_eq!(outside, ["sections[0].rows[0].seats[1].x"]);
    assert_eq!(wrong(|plan| plan.sections[0].rows[0].seats[1].y = i32::MAX), ["sections[0].rows[0].seats[1].y"]);
    assert_eq!(wrong(|plan| plan.height = Some(150)).len(), 3, "the second row is outside");
    assert_eq!(
        wrong(|plan| plan.width = Some(99)),
        ["width", "sections[0].rows[0].seats[2].x", "sections[0].rows[1].seats[2].x"]
    );
    assert_eq!(wrong(|plan| plan.sections[0].area = vec![Point::default(); 2]), ["sections[0].area"]);
    let corner = Point { x: 0, y: -1 };
    assert_eq!(wrong(|plan| plan.sections[1].area = vec![corner; 3]).len(), 3);
    assert_eq!(wrong(|plan| plan.sections[1].zone = 12), ["sections[1].zone"]);
    let line = RowLine { spacing: 0, radius: Some(0), ..Default::default() };
    let line = wrong(|plan| plan.sections[0].rows[0].line = Some(line));
    assert_eq!(line, ["sections[0].rows[0].line.spacing", "sections[0].rows[0].line.radius"]);
    let shape = Shape { kind: ShapeKind::Stage, label: "\u{7}".into(), x: 0, y: 0, width: 0, height: 9, rotation: 361 };
    assert_eq!(wrong(|plan| plan.shapes = vec![shape]), ["shapes[0].label", "shapes[0].width", "shapes[0].rotation"]);
    let picture_id = PictureId(Uuid::nil());
    let background = Background { picture_id, x: i32::MIN, y: 0, width: 1, height: 1, opacity: 101 };
    assert_eq!(wrong(|plan| plan.background = Some(background)), ["background.x", "background.opacity"]);
}

#[test]
fn there_is_not_more_of_it_than_there_may_be() {
    let wide = |rows: i32| SectionDraft {
        name: "Wide".into(),
        rows: (0..rows).map(|r| row(&r.to_string(), r * 50, 500)).collect(),
        ..Default::default()
    };
    let of = |section: SectionDraft| problems_of(PlanDraft { sections: vec![section], ..Default::default() });
    assert!(of(wide(50)).is_empty(), "25,000 seats");
    let many = of(wide(51));
    assert_eq!(many[0].message, "A plan has at most 25000 seats, and this one has 25500.");
    assert_eq!(wrong(|plan| plan.sections = vec![standing("Floor", Some(1)); 201]), ["sections"]);
    assert_eq!(wrong(|plan| plan.sections[0].rows = vec![row("A", 0, 1); 201]), ["sections[0].rows"]);
    assert_eq!(wrong(|plan| plan.sections[0].rows[0] = row("A", 0, 501)), ["sections[0].rows[0].seats"]);
}

#[test]
fn only_the_first_problems_are_told() {
    let seats = vec![SeatDraft { label: "1".into(), x: -5, y: -5, ..Default::default() }; 400];
    let fields = wrong(|plan| plan.sections[0].rows[0].seats = seats);
    assert_eq!(fields.len(), PLAN_PROBLEMS_MAX);
}
