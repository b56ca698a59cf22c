//! The catalogue beside a model of it that is too simple to be wrong: random events, random changes, random questions.

use std::collections::BTreeMap;

use domain::accounts::{Caller, Role};
use domain::clubs::join_club;
use domain::edit::Edit;
use domain::events::{
    Amount, CatalogueQuery, EventDraft, EventEdit, TicketTypeEdit, cancel_event, create_category, create_event,
    create_ticket_type, edit_event, folded, publish_event, see_month, words_of,
};
use domain::ids::{CategoryId, ClubId, EventId};
use domain::platform::{HandClock, Platform};
use domain::time::Timestamp;

use super::catalogue::{admin, club_of, find, organizer};
use crate::support::people::somebody;

const WORDS: [&str; 8] = ["jazz", "Orgel", "théâtre", "chess", "Lesung", "marathon", "Größe", "sculpture"];
const CITIES: [&str; 4] = ["Leipzig", "Köln", "Zürich", "Aarhus"];
const EVENTS: usize = 40;
const QUESTIONS: usize = 150;

/// The same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.one_in(4) { Some(value(self)) } else { None }
    }

    fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())].clone()
    }
}

struct Model {
    draft: EventDraft,
    price: i64,
    cancelled: bool,
    nth: usize,
}

struct World {
    platform: Platform,
    owner: Caller,
    member: Caller,
    categories: Vec<CategoryId>,
    clubs: Vec<ClubId>,
    events: BTreeMap<EventId, Model>,
}

impl World {
    async fn new(platform: Platform) -> Self {
        let (owner, admin) = (organizer(&platform).await, admin(&platform).await);
        let member = somebody(&platform, "grace", Role::Attendee).await;
        let (mut categories, mut clubs) = (Vec::new(), Vec::new());
        for name in ["Alpha", "Bravo", "Charlie"] {
            categories.push(create_category(&platform, admin, name).await.unwrap().id);
            clubs.push(club_of(&platform, owner, admin, &format!("{name} club")).await);
        }
        join_club(&platform, member, clubs[0], "").await.unwrap();
        Self { platform, owner, member, categories, clubs, events: BTreeMap::new() }
    }

    fn dream_up(&self, chance: &mut Chance) -> EventDraft {
        let club_id = if chance.one_in(2) { Some(chance.pick(&self.clubs)) } else { None };
        let starts_at = Timestamp::from_seconds(1_795_300_000 + i64::try_from(chance.below(60 * 86_400)).unwrap());
        let ends_at =
            Timestamp::from_seconds(starts_at.as_seconds() + 3_600 + i64::try_from(chance.below(200_000)).unwrap());
        EventDraft {
            title: format!("{} {}", chance.pick(&WORDS), chance.pick(&WORDS)),
            description: chance.pick(&WORDS).into(),
            category_id: chance.maybe(|chance| chance.pick(&self.categories)),
            club_id,
            location: Some("Haus".into()),
            city: chance.maybe(|chance| chance.pick(&CITIES).into()),
            online_url: chance.maybe(|_| "https://example.org/room".into()),
            starts_at: starts_at.to_string(),
            ends_at: ends_at.to_string(),
            time_zone: "UTC".into(),
            currency: chance.pick(&["EUR", "EUR", "CHF"]).into(),
            capacity: Some(5),
            members_only: club_id.is_some() && chance.one_in(3),
            ..Default::default()
        }
    }

    async fn put_on(&mut self, chance: &mut Chance) {
        let draft = self.dream_up(chance);
        let price = i64::try_from(chance.below(4) * 500).unwrap();
        let event = create_event(&self.platform, self.owner, draft.clone()).await.unwrap().id;
        let amount = Amount { amount: price, currency: draft.currency.clone() };
        let ticket = TicketTypeEdit { name: Some("Normal".into()), price: Some(amount), ..Default::default() };
        create_ticket_type(&self.platform, self.owner, event, ticket).await.unwrap();
        publish_event(&self.platform, self.owner, event).await.unwrap();
        self.events.insert(event, Model { draft, price, cancelled: false, nth: self.events.len() });
    }

    /// Something about one of them changes; its currency stands.
    async fn change(&mut self, chance: &mut Chance) {
        let ids: Vec<EventId> = self.events.iter().filter(|(_, model)| !model.cancelled).map(|(id, _)| *id).collect();
        let id = chance.pick(&ids);
        if chance.one_in(4) {
            cancel_event(&self.platform, self.owner, id, "Rain.").await.unwrap();
            self.events.get_mut(&id).unwrap().cancelled = true;
            return;
        }
        let new = self.dream_up(chance);
        let model = self.events.get_mut(&id).unwrap();
        model.draft = EventDraft { currency: model.draft.currency.clone(), ..new.clone() };
        let edit = EventEdit {
            title: Some(new.title),
            description: Some(new.description),
            category_id: new.category_id.into(),
            club_id: new.club_id.into(),
            city: new.city.into(),
            online_url: new.online_url.into(),
            starts_at: Some(new.starts_at),
            ends_at: Some(new.ends_at),
            members_only: Some(new.members_only),
            capacity: Edit::Keep,
            ..Default::default()
        };
        edit_event(&self.platform, self.owner, id, edit).await.unwrap();
    }

    fn ask(&self, chance: &mut Chance) -> CatalogueQuery {
        let day = |chance: &mut Chance| format!("2026-12-{:02}", 1 + chance.below(20));
        let from = chance.maybe(day);
        // In the same month, never before the beginning.
        let to = chance.maybe(|chance| format!("2026-12-{:02}", 21 + chance.below(10)));
        CatalogueQuery {
            text: chance.maybe(|chance| chance.pick(&WORDS).to_uppercase()).unwrap_or_default(),
            category: chance.maybe(|chance| chance.pick(&self.categories)),
            club: chance.maybe(|chance| chance.pick(&self.clubs)),
            from,
            to,
            city: chance.maybe(|chance| chance.pick(&CITIES).to_uppercase()),
            online: chance.maybe(|chance| chance.one_in(2)),
            free: chance.maybe(|chance| chance.one_in(2)),
            available: chance.maybe(|_| true),
            min_price: chance.maybe(|chance| i64::try_from(chance.below(1_000)).unwrap()),
            max_price: chance.maybe(|chance| 1_000 + i64::try_from(chance.below(1_000)).unwrap()),
            currency: chance.maybe(|chance| chance.pick(&["EUR", "CHF"]).into()),
            status: chance.maybe(|_| "cancelled".into()),
            sort: chance.maybe(|chance| chance.pick(&["date", "price", "newest"]).into()),
            facets: true,
            limit: Some(100),
            ..Default::default()
        }
    }

    fn fits(&self, model: &Model, query: &CatalogueQuery, caller: Option<Caller>, now: Timestamp) -> bool {
        let draft = &model.draft;
        let at = |text: &str| Timestamp::parse(text).unwrap();
        let starts = at(&draft.starts_at);
        let ends = at(&draft.ends_at);
        let from = query.from.as_ref().map_or(now, |day| at(&format!("{day}T00:00:00Z")));
        let to = query.to.as_ref().map(|day| at(&format!("{day}T23:59:59.999999Z")));
        let all = [draft.title.as_str(), &draft.description, draft.city.as_deref().unwrap_or_default()].join(" ");
        let own = caller.is_some_and(|caller| {
            caller.user_id == self.owner.user_id
                || (caller.user_id == self.member.user_id && draft.club_id == Some(self.clubs[0]))
        });
        (own || !(draft.members_only || query.mine))
            && words_of(&query.text).iter().all(|word| words_of(&all).contains(word))
            && query.category.is_none_or(|category| draft.category_id == Some(category))
            && query.club.is_none_or(|club| draft.club_id == Some(club))
            && ends > from
            && to.is_none_or(|to| starts <= to)
            && query.city.as_ref().is_none_or(|city| draft.city.as_ref().is_some_and(|own| folded(own) == folded(city)))
            && query.online.is_none_or(|online| draft.online_url.is_some() == online)
            && query.free.is_none_or(|free| (model.price == 0) == free)
            && query.available.is_none_or(|available| available != model.cancelled)
            && query.min_price.is_none_or(|min| model.price >= min)
            && query.max_price.is_none_or(|max| model.price <= max)
            && query.currency.as_ref().is_none_or(|currency| draft.currency == *currency)
            && query.status.is_some() == model.cancelled
    }

    fn expected(&self, query: &CatalogueQuery, caller: Option<Caller>, now: Timestamp) -> Vec<EventId> {
        let mut found: Vec<_> = self.events.iter().filter(|(_, model)| self.fits(model, query, caller, now)).collect();
        let starts = |model: &Model| Timestamp::parse(&model.draft.starts_at).unwrap();
        found.sort_by_key(|(id, model)| match query.sort.as_deref() {
            Some("price") => (model.price, starts(model).as_micros(), **id),
            Some("newest") => (-i64::try_from(model.nth).unwrap(), 0, **id),
            _ => (starts(model).as_micros(), 0, **id),
        });
        found.into_iter().map(|(id, _)| *id).collect()
    }

    async fn check(&self, query: CatalogueQuery, caller: Option<Caller>, now: Timestamp) {
        let page = find(&self.platform, caller, query.clone()).await;
        let found: Vec<EventId> = page.items.iter().map(|item| item.event.id).collect();
        let expected = self.expected(&query, caller, now);
        if query.text.is_empty() || query.sort.is_some() {
            assert_eq!(found, expected, "{query:?}");
        } else {
            let sorted = |mut ids: Vec<EventId>| {
                ids.sort();
                ids
            };
            assert_eq!(sorted(found), sorted(expected), "{query:?}");
        }
        assert_eq!(page.total, i64::try_from(page.items.len()).unwrap());
        let facets = page.facets.unwrap();
        let count = |other: CatalogueQuery| i64::try_from(self.expected(&other, caller, now).len()).unwrap();
        for category in &self.categories {
            let counted = facets.categories.iter().find(|count| count.id == *category).map_or(0, |count| count.events);
            assert_eq!(counted, count(CatalogueQuery { category: Some(*category), ..query.clone() }), "{query:?}");
        }
        for city in CITIES {
            let counted = facets.cities.iter().find(|count| count.city == city).map_or(0, |count| count.events);
            assert_eq!(counted, count(CatalogueQuery { city: Some(city.into()), ..query.clone() }), "{query:?}");
        }
        assert_eq!(facets.online, count(CatalogueQuery { online: Some(true), ..query.clone() }), "{query:?}");
        assert_eq!(facets.in_person, count(CatalogueQuery { online: Some(false), ..query.clone() }), "{query:?}");
        assert_eq!(facets.free, count(CatalogueQuery { free: Some(true), ..query.clone() }), "{query:?}");
        for days in facets.when {
            let (from, to) = (Some(days.from), Some(days.to));
            assert_eq!(days.events, count(CatalogueQuery { from, to, ..query.clone() }), "{} {query:?}", days.name);
        }
    }

    /// Every day of a month has what lies in it; what ends in the night is of the evening before.
    async fn check_month(&self, query: CatalogueQuery, caller: Option<Caller>, now: Timestamp) {
        const NIGHT: i64 = 6 * 60 * 60 * 1_000_000;
        let query = CatalogueQuery { from: None, to: None, ..query };
        let month = see_month(&self.platform, caller, query.clone(), Some("2026-12")).await.unwrap();
        assert_eq!((month.days.len(), month.days[0].day.as_str()), (35, "2026-11-30"));
        for day in month.days {
            let (from, to) = (Some(day.day.clone()), Some(day.day.clone()));
            let whole = CatalogueQuery { from, to, sort: None, ..query.clone() };
            let on_it = self.expected(&whole, caller, now);
            let starts_or_stays = |id: &&EventId| {
                let draft = &self.events[*id].draft;
                let at = |text: &str| Timestamp::parse(text).unwrap().as_micros();
                let begin = at(&format!("{}T00:00:00Z", day.day));
                at(&draft.starts_at) >= begin || at(&draft.ends_at) - NIGHT > begin
            };
            let expected: Vec<EventId> = on_it.iter().filter(starts_or_stays).copied().collect();
            let shown: Vec<EventId> = day.events.iter().map(|listed| listed.event.id).collect();
            assert_eq!(usize::try_from(day.total).unwrap(), expected.len(), "{} {query:?}", day.day);
            assert_eq!(shown, expected[..expected.len().min(4)], "{} {query:?}", day.day);
        }
    }
}

pub async fn the_catalogue_finds_what_a_simple_model_finds(platform: Platform, clock: HandClock) {
    let mut chance = Chance(11);
    let mut world = World::new(platform).await;
    for _ in 0..EVENTS {
        // Each at a moment of its own, so that the newest are told apart.
        clock.turn(std::time::Duration::from_secs(1));
        world.put_on(&mut chance).await;
    }
    for number in 0..QUESTIONS {
        if number % 5 == 0 {
            world.change(&mut chance).await;
        }
        let mut query = world.ask(&mut chance);
        let caller = chance.pick(&[None, Some(world.owner), Some(world.member)]);
        query.mine = caller.is_some() && chance.one_in(4);
        if number % 5 == 0 {
            world.check_month(query.clone(), caller, clock.now()).await;
        }
        world.check(query, caller, clock.now()).await;
    }
}
