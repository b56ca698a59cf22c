//! The demo's venues: a theatre with curved rows, a lecture hall, and a cellar where most people stand.

use domain::clubs::{ClubQuery, list_clubs};
use domain::outcome::{Fault, Outcome};
use domain::platform::Platform;
use domain::venues::{
    Block, PlanDraft, Point, RowDraft, RowLine, RowRule, RowStyle, SeatFrom, SeatNumbers, SeatRule, SectionDraft,
    SectionKind, Shape, ShapeKind, VenueDraft, create_venue, lay_block, save_plan,
};

use super::people::People;

pub async fn add(platform: &Platform, people: &People) -> Outcome<()> {
    add_venue(platform, people, "olivia", theatre_facts(), theatre()?).await?;
    add_venue(platform, people, "kwame", lecture_hall_facts(), lecture_hall()?).await?;
    let chen = people.find("chen")?;
    let query = ClubQuery { text: "Thursday Jazz".into(), ..Default::default() };
    let club = list_clubs(platform, Some(chen), query).await?.items.into_iter().next();
    let cellar = VenueDraft { club_id: club.map(|club| club.id), ..cellar_facts() };
    add_venue(platform, people, "chen", cellar, cellar_plan()?).await
}

async fn add_venue(platform: &Platform, people: &People, who: &str, facts: VenueDraft, plan: PlanDraft) -> Outcome<()> {
    let caller = people.find(who)?;
    let venue = create_venue(platform, caller, facts).await?;
    save_plan(platform, caller, venue.id, plan).await?;
    Ok(())
}

fn facts(name: &str, address: &str) -> VenueDraft {
    VenueDraft {
        name: name.into(),
        address: address.into(),
        city: "Leipzig".into(),
        time_zone: "Europe/Berlin".into(),
        club_id: None,
    }
}

fn theatre_facts() -> VenueDraft {
    facts("Old Gym Theatre", "Schillerstraße 12")
}

fn lecture_hall_facts() -> VenueDraft {
    facts("Lecture Hall 3", "Augustusplatz 10, ground floor")
}

fn cellar_facts() -> VenueDraft {
    facts("The Cellar", "Moritzbastei 4, down the stairs")
}

const SKIPPING: RowRule = RowRule { style: RowStyle::Letters, start: 1, skip_look_alikes: true, reverse: false };
const FROM_LEFT: SeatRule = SeatRule { numbers: SeatNumbers::All, start: 1, from: SeatFrom::Left };

/// Stalls, circle and boxes: a little more than four hundred seats.
fn theatre() -> Result<PlanDraft, Fault> {
    let stalls = RowLine { x: 1_500, y: 800, spacing: 55, rotation: 0, radius: Some(900) };
    let stalls = Block { first: stalls, rows: 12, seats: 18, more_seats: 1, depth: 95 };
    let circle = RowLine { x: 1_500, y: 2_080, spacing: 60, rotation: 0, radius: Some(2_180) };
    let circle = Block { first: circle, rows: 3, seats: 30, more_seats: 0, depth: 100 };
    let mut stalls = seated("Stalls", 0, "Main foyer", rows(stalls, SKIPPING, FROM_LEFT)?);
    if let Some(back) = stalls.rows.last_mut() {
        make_room_for_wheelchairs(back);
    }
    let centre_out = SeatRule { from: SeatFrom::Centre, ..FROM_LEFT };
    let circle = seated("Circle", 1, "Upstairs, left and right", rows(circle, SKIPPING, centre_out)?);
    Ok(PlanDraft {
        width: Some(3_000),
        height: Some(2_500),
        shapes: vec![shape(ShapeKind::Stage, "Stage", (900, 100), (1_200, 450))],
        sections: vec![stalls, circle, seated("Boxes", 2, "Upstairs", boxes()?)],
        ..Default::default()
    })
}

/// Four on each side, turned to the stage.
fn boxes() -> Result<Vec<RowDraft>, Fault> {
    let mut all = Vec::new();
    for (side, x, rotation) in [(0, 380, -60), (1, 2_620, 60)] {
        for (number, y) in [(1, 700), (2, 960), (3, 1_220), (4, 1_480)] {
            let first = RowLine { x, y, spacing: 55, rotation, radius: None };
            let block = Block { first, rows: 1, seats: 4, more_seats: 0, depth: 95 };
            let label = format!("Box {}", side * 4 + number);
            all.extend(
                rows(block, SKIPPING, FROM_LEFT)?.into_iter().map(|row| RowDraft { label: label.clone(), ..row }),
            );
        }
    }
    Ok(all)
}

/// Two places at each end of a row, each beside a seat for whoever comes along.
fn make_room_for_wheelchairs(row: &mut RowDraft) {
    let last = row.seats.len().saturating_sub(1);
    for (index, seat) in row.seats.iter_mut().enumerate() {
        seat.accessible = index == 0 || index == last;
        seat.companion = index == 1 || index + 1 == last;
    }
}

/// Straight rows on both sides of an aisle: odd numbers on the left, even ones on the right.
fn lecture_hall() -> Result<PlanDraft, Fault> {
    let side = |name: &str, x: i32, numbers: SeatNumbers, from: SeatFrom| {
        let first = RowLine { x, y: 500, spacing: 60, rotation: 0, radius: None };
        let block = Block { first, rows: 10, seats: 10, more_seats: 0, depth: 100 };
        let numbered = RowRule { style: RowStyle::Numbers, ..SKIPPING };
        rows(block, numbered, SeatRule { numbers, start: 1, from }).map(|rows| seated(name, 0, "Ground floor", rows))
    };
    let mut left = side("Left of the aisle", 500, SeatNumbers::Odd, SeatFrom::Right)?;
    let right = side("Right of the aisle", 1_300, SeatNumbers::Even, SeatFrom::Left)?;
    if let Some(front) = left.rows.first_mut() {
        make_room_for_wheelchairs(front);
    }
    Ok(PlanDraft {
        width: Some(1_800),
        height: Some(1_600),
        shapes: vec![
            shape(ShapeKind::Rectangle, "Board", (500, 60), (800, 40)),
            shape(ShapeKind::Stage, "Lectern", (850, 200), (100, 80)),
        ],
        sections: vec![left, right],
        ..Default::default()
    })
}

/// Room to stand before the band and at the bar, and a few benches along the wall.
fn cellar_plan() -> Result<PlanDraft, Fault> {
    let first = RowLine { x: 150, y: 800, spacing: 60, rotation: 90, radius: None };
    let block = Block { first, rows: 1, seats: 12, more_seats: 0, depth: 100 };
    let mut benches = seated("Benches", 1, "Down the stairs", rows(block, SKIPPING, FROM_LEFT)?);
    benches.rows.iter_mut().for_each(|row| row.label = "Wall".into());
    Ok(PlanDraft {
        width: Some(1_500),
        height: Some(1_400),
        shapes: vec![
            shape(ShapeKind::Stage, "Band", (450, 80), (600, 220)),
            shape(ShapeKind::Rectangle, "Bar", (1_150, 500), (100, 600)),
        ],
        sections: vec![
            benches,
            standing("Floor", 0, 90, [(300, 350), (1_000, 350), (1_000, 1_250), (300, 1_250)]),
            standing("At the bar", 2, 25, [(1_040, 450), (1_140, 450), (1_140, 1_150), (1_040, 1_150)]),
        ],
        ..Default::default()
    })
}

fn rows(block: Block, labels: RowRule, seats: SeatRule) -> Result<Vec<RowDraft>, Fault> {
    lay_block(block, labels, seats).map_err(|why| Fault::new(format!("a block of the demo cannot be laid: {why}")))
}

fn seated(name: &str, zone: i32, entrance: &str, rows: Vec<RowDraft>) -> SectionDraft {
    SectionDraft { name: name.into(), zone, entrance: Some(entrance.into()), rows, ..Default::default() }
}

fn standing(name: &str, zone: i32, capacity: i32, corners: [(i32, i32); 4]) -> SectionDraft {
    let area = corners.into_iter().map(|(x, y)| Point { x, y }).collect();
    SectionDraft {
        name: name.into(),
        kind: SectionKind::Standing,
        zone,
        capacity: Some(capacity),
        area,
        ..Default::default()
    }
}

fn shape(kind: ShapeKind, label: &str, (x, y): (i32, i32), (width, height): (i32, i32)) -> Shape {
    Shape { kind, label: label.into(), x, y, width, height, rotation: 0 }
}

#[cfg(test)]
mod tests {
    use domain::venues::{PlanDraft, SectionKind, check_plan, number_plan};
    use uuid::Uuid;

    #[test]
    fn the_plans_of_the_demo_have_nothing_wrong_in_them() {
        let places = |plan: Result<PlanDraft, _>| {
            let mut draft = plan.unwrap();
            check_plan(&mut draft).unwrap();
            let plan = number_plan(draft, Uuid::nil);
            (plan.places_of(SectionKind::Seated), plan.places_of(SectionKind::Standing))
        };
        assert_eq!(places(super::theatre()), (404, 0));
        assert_eq!(places(super::lecture_hall()), (200, 0));
        assert_eq!(places(super::cellar_plan()), (12, 115));
    }

    #[test]
    fn no_two_seats_of_the_theatre_stand_upon_each_other() {
        let plan = number_plan(super::theatre().unwrap(), Uuid::nil);
        let seats: Vec<_> = plan.seats().collect();
        for (number, a) in seats.iter().enumerate() {
            for b in &seats[number + 1..] {
                assert!(f64::from(a.x - b.x).hypot(f64::from(a.y - b.y)) >= 45.0, "{a:?} {b:?}");
            }
        }
    }
}
