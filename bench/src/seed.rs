//! Made-up events, as many as are wanted and the same every time: words, cities, prices and dates spread as they are
//! where people live.

mod words;

use std::time::Duration;

use domain::accounts::{Caller, FirstAdmin, Role, ensure_account};
use domain::clubs::{Founding, approve_club, found_club};
use domain::events::{EventDraft, SeedEvent, TicketTypeFields, create_category, seed_events};
use domain::ids::{CategoryId, ClubId, SessionId};
use domain::outcome::{Failure, Fault, Outcome};
use domain::platform::Platform;
use domain::time::Timestamp;

use words::{CATEGORIES, CITIES, FILLERS, KINDS, MOODS, THEMES};

/// Events of one transaction.
const BATCH: usize = 500;
const CLUBS: usize = 200;

/// Whatever events need: who puts them on, and what they belong to.
struct Ground {
    organizer: Caller,
    categories: Vec<CategoryId>,
    clubs: Vec<ClubId>,
    today: i64,
}

pub async fn plant(platform: &Platform, count: usize) -> Outcome<()> {
    let ground = prepare(platform).await?;
    let mut chance = Chance(2_026);
    let mut left = count;
    while left > 0 {
        let batch = (0..left.min(BATCH)).map(|_| dream_up(&mut chance, &ground)).collect();
        seed_events(platform, ground.organizer.user_id, batch).await?;
        left -= left.min(BATCH);
    }
    Ok(())
}

async fn prepare(platform: &Platform) -> Outcome<Ground> {
    let organizer = somebody(platform, "seed-organizer", Role::Organizer).await?;
    let admin = somebody(platform, "seed-admin", Role::Admin).await?;
    let mut ground = Ground { organizer, categories: Vec::new(), clubs: Vec::new(), today: 0 };
    ground.today = platform.clock.now().as_seconds().div_euclid(86_400);
    for name in CATEGORIES {
        ground.categories.push(create_category(platform, admin, name).await?.id);
    }
    for number in 0..CLUBS {
        let name = format!("{} {} {}", pick(&CITIES, number * 7).0, pick(&THEMES, number), number + 1);
        let founding = Founding { name, ..Default::default() };
        let club = found_club(platform, organizer, founding).await?;
        approve_club(platform, admin, club.id).await?;
        ground.clubs.push(club.id);
    }
    Ok(ground)
}

async fn somebody(platform: &Platform, name: &str, role: Role) -> Outcome<Caller> {
    let password = platform.random.bytes::<16>().iter().map(|byte| format!("{byte:02x}")).collect();
    let wanted = FirstAdmin { username: name.into(), email: format!("{name}@example.org"), password };
    let user_id = ensure_account(platform, &wanted, role).await?;
    let user_id =
        user_id.ok_or_else(|| Failure::from(Fault::new("there are made-up events in this database already")))?;
    let session_id: SessionId = platform.random.id(platform.clock.now());
    Ok(Caller { user_id, session_id, role })
}

fn dream_up(chance: &mut Chance, ground: &Ground) -> SeedEvent {
    let (city, zone) = chance.skewed(&CITIES);
    let (kind, theme, mood) = (chance.pick(&KINDS), chance.skewed(&THEMES), chance.pick(&MOODS));
    let club_id = if chance.one_in(3) { None } else { Some(chance.skewed(&ground.clubs)) };
    // One in six is over; the others lie within the coming year, most of them soon.
    let days = if chance.one_in(6) {
        -1 - i64::try_from(chance.below(365)).unwrap_or_default()
    } else {
        i64::try_from(chance.below(365).min(chance.below(365))).unwrap_or_default()
    };
    let starts_at = (ground.today + days) * 86_400 + 3_600 * i64::try_from(8 + chance.below(14)).unwrap_or_default();
    let hours = 1 + chance.below(6) + if chance.one_in(20) { 24 * chance.below(10) } else { 0 };
    let starts_at = Timestamp::from_seconds(starts_at);
    let ends_at = starts_at.plus(Duration::from_secs(3_600 * u64::try_from(hours).unwrap_or(1)));
    let sentences: Vec<&str> = (0..3 + chance.below(6)).map(|_| chance.pick(&FILLERS)).collect();
    let draft = EventDraft {
        title: format!("{mood} {theme} {kind}"),
        description: format!("{} {} in {city}. {}", chance.pick(&THEMES), chance.pick(&KINDS), sentences.join(" ")),
        category_id: Some(chance.skewed(&ground.categories)),
        club_id,
        location: Some(format!("{} hall, {} {}", chance.pick(&MOODS), chance.pick(&THEMES), 1 + chance.below(200))),
        city: Some(city.into()),
        online_url: chance.one_in(8).then(|| "https://meet.example.org/room".into()),
        starts_at: starts_at.to_string(),
        ends_at: ends_at.to_string(),
        time_zone: zone.into(),
        currency: if chance.one_in(5) { "CHF" } else { "EUR" }.into(),
        capacity: Some(20 + i64::try_from(chance.below(500)).unwrap_or_default()),
        members_only: club_id.is_some() && chance.one_in(12),
        ..Default::default()
    };
    SeedEvent { draft, ticket_types: tickets(chance) }
}

/// A quarter is free, most of the rest has two prices, and one in ten is sold out.
fn tickets(chance: &mut Chance) -> Vec<TicketTypeFields> {
    if chance.one_in(4) {
        return Vec::new();
    }
    let full = 500 * i64::try_from(1 + chance.below(16)).unwrap_or_default();
    let quota = if chance.one_in(10) { 0 } else { 100 };
    let ticket = |name: &str, price, position| TicketTypeFields {
        name: name.into(),
        description: String::new(),
        price,
        quota: Some(quota),
        section_id: None,
        sales_start: None,
        sales_end: None,
        min_per_order: 1,
        max_per_order: 10,
        max_per_person: None,
        members_only: false,
        hidden: false,
        position,
        tiers: Vec::new(),
    };
    let mut tickets = vec![ticket("Normal", full, 0)];
    if !chance.one_in(3) {
        tickets.push(ticket("Reduced", full / 2, 1));
    }
    tickets
}

fn pick<T: Copy>(values: &[T], number: usize) -> T {
    values[number % values.len()]
}

/// The same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        let number = self.below(values.len());
        pick(values, number)
    }

    /// The first ones much more often than the last.
    fn skewed<T: Copy>(&mut self, values: &[T]) -> T {
        let number = self.below(values.len()).min(self.below(values.len())).min(self.below(values.len()));
        pick(values, number)
    }
}
