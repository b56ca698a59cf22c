//! What a seat plan of 20,000 seats costs, beside one of 1,000: from the JSON that came in to the version that is kept,
//! and from there to the JSON that goes out. Every seat has its id and every save is a new version, as when an editor
//! saves again and again.

use std::path::Path;
use std::time::Duration;

use domain::accounts::{Caller, Role};
use domain::ids::VenueId;
use domain::platform::Platform;
use domain::store::Location;
use domain::venues::{
    Block, PlanDraft, RowLine, RowRule, SeatRule, SectionDraft, VenueDraft, WhichPlan, create_venue, lay_block,
    save_plan, see_plan,
};

use crate::disk::fdatasync_time;
use crate::figures::{median, with_thousands};
use crate::place::{explain, in_a_folder, open, people};
use crate::stopwatch::Stopwatch;

const SEATS: [usize; 2] = [1_000, 20_000];
const ROUNDS: usize = 15;
/// Ten rows of fifty seats.
const SEATS_OF_A_SECTION: usize = 500;
/// The bars: what a seat of the large plan may cost more than one of the small plan, and what one waits for at most.
const GROWTH_MAX: f64 = 3.0;
const SAVE_MAX: Duration = Duration::from_millis(1_000);

/// A venue with a plan of so many seats, and what it cost so far.
struct Case {
    seats: usize,
    venue_id: VenueId,
    /// As it was exported last.
    text: String,
    saves: Vec<Duration>,
    loads: Vec<Duration>,
}

pub async fn measure() -> Result<(), String> {
    in_a_folder(measure_in).await
}

async fn measure_in(folder: &Path) -> Result<(), String> {
    let platform = open(&Location::Sqlite(folder.join("bench.sqlite"))).await.map_err(explain)?;
    let organizers = people(&platform, 1, Role::Organizer).await.map_err(explain)?;
    let caller = organizers.first().copied().ok_or("nobody may add a venue")?;
    let mut cases = Vec::new();
    for seats in SEATS {
        cases.push(prepare(&platform, caller, seats).await?);
    }
    let disk = fdatasync_time(folder).map_err(|error| error.to_string())?;
    for _ in 0..ROUNDS {
        for case in &mut cases {
            case.run(&platform, caller).await?;
        }
    }
    platform.store.close().await;
    report(&mut cases, disk)
}

async fn prepare(platform: &Platform, caller: Caller, seats: usize) -> Result<Case, String> {
    let facts = VenueDraft { name: format!("{seats} seats"), time_zone: "UTC".into(), ..Default::default() };
    let venue_id = create_venue(platform, caller, facts).await.map_err(explain)?.id;
    save_plan(platform, caller, venue_id, arena(seats)?).await.map_err(explain)?;
    let text = load(platform, venue_id).await?;
    Ok(Case { seats, venue_id, text, saves: Vec::new(), loads: Vec::new() })
}

/// Curved sections behind each other.
fn arena(seats: usize) -> Result<PlanDraft, String> {
    let mut sections = Vec::new();
    let mut y = 1_000;
    for number in 0..seats / SEATS_OF_A_SECTION {
        let first = RowLine { x: 20_000, y, spacing: 60, rotation: 0, radius: Some(y + 9_000) };
        let block = Block { first, rows: 10, seats: 50, more_seats: 0, depth: 100 };
        let rows = lay_block(block, RowRule::default(), SeatRule::default())?;
        sections.push(SectionDraft { name: format!("Block {number}"), rows, ..Default::default() });
        y += 1_200;
    }
    Ok(PlanDraft { sections, ..Default::default() })
}

async fn load(platform: &Platform, venue_id: VenueId) -> Result<String, String> {
    let saved = see_plan(platform, venue_id, WhichPlan::default()).await.map_err(explain)?;
    serde_json::to_string(&saved.plan).map_err(|error| error.to_string())
}

impl Case {
    async fn run(&mut self, platform: &Platform, caller: Caller) -> Result<(), String> {
        let watch = Stopwatch::start();
        let mut draft: PlanDraft = serde_json::from_str(&self.text).map_err(|error| error.to_string())?;
        draft.width = draft.width.map(|width| width + 1);
        save_plan(platform, caller, self.venue_id, draft).await.map_err(explain)?;
        self.saves.push(watch.elapsed());
        let watch = Stopwatch::start();
        self.text = load(platform, self.venue_id).await?;
        self.loads.push(watch.elapsed());
        Ok(())
    }
}

fn report(cases: &mut [Case], disk: Duration) -> Result<(), String> {
    println!("A seat plan from JSON to the database and back on SQLite (synchronous=full), median of {ROUNDS} rounds");
    println!("fdatasync of this disk: {disk:.2?}");
    println!(
        "{:>8} {:>10} {:>10} {:>14} {:>14} {:>14}",
        "seats", "save", "load", "longest save", "save a seat", "load a seat"
    );
    let (mut a_save, mut a_load, mut longest) = (Vec::new(), Vec::new(), Duration::ZERO);
    for case in cases {
        let (save, load) = (median(&mut case.saves), median(&mut case.loads));
        let worst = case.saves.last().copied().unwrap_or_default();
        let of_a_seat = |time: Duration| time / u32::try_from(case.seats).unwrap_or(1);
        let (save_a_seat, load_a_seat) = (of_a_seat(save), of_a_seat(load));
        println!(
            "{:>8} {:>10} {:>10} {:>14} {:>14} {:>14}",
            with_thousands(u64::try_from(case.seats).unwrap_or_default()),
            format!("{save:.1?}"),
            format!("{load:.1?}"),
            format!("{worst:.1?}"),
            format!("{save_a_seat:.2?}"),
            format!("{load_a_seat:.2?}")
        );
        a_save.push(save_a_seat);
        a_load.push(load_a_seat);
        longest = longest.max(worst);
    }
    let growth = |times: &[Duration]| match times {
        [small, large] => large.as_secs_f64() / small.as_secs_f64(),
        _ => f64::INFINITY,
    };
    let (save, load) = (growth(&a_save), growth(&a_load));
    println!(
        "a seat of the large plan costs {save:.2} times (saving) and {load:.2} times (loading) one of the small plan (bar: {GROWTH_MAX}); nobody waited over {longest:.1?} (bar: {SAVE_MAX:?})"
    );
    if save > GROWTH_MAX || load > GROWTH_MAX || longest > SAVE_MAX {
        return Err("A bar was not reached.".into());
    }
    Ok(())
}
