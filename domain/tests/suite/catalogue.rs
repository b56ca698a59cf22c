//! The catalogue finds what is there, for whom it is there, as soon as it is there.

use std::time::Duration;

use domain::accounts::{Caller, Role};
use domain::clubs::{ClubEdit, Founding, approve_club, edit_club, found_club, join_club, see_club};
use domain::events::{
    Amount, CataloguePage, CatalogueQuery, CategoryEdit, EventDraft, EventEdit, TicketTypeEdit, cancel_event,
    close_club, create_category, create_event, create_ticket_type, edit_category, edit_event, edit_ticket_type,
    find_events, keep_club_name, keep_venue_name, publish_event, rebuild_listings, see_calendar, see_month,
};
use domain::ids::{ClubId, EventId};
use domain::outcome::Failure;
use domain::platform::{HandClock, Platform};
use domain::refusal::{EventRefusal, Refusal};
use domain::venues::{VenueDraft, VenueEdit, create_venue, edit_venue};

use crate::support::people::somebody;

pub fn draft(title: &str) -> EventDraft {
    EventDraft {
        title: title.into(),
        location: Some("Town hall".into()),
        starts_at: "2026-12-12T18:00:00Z".into(),
        ends_at: "2026-12-12T20:00:00Z".into(),
        time_zone: "Europe/Berlin".into(),
        currency: "EUR".into(),
        capacity: Some(100),
        ..Default::default()
    }
}

pub async fn organizer(platform: &Platform) -> Caller {
    somebody(platform, "ada", Role::Organizer).await
}

pub async fn admin(platform: &Platform) -> Caller {
    somebody(platform, "root", Role::Admin).await
}

pub async fn publish(platform: &Platform, caller: Caller, draft: EventDraft) -> EventId {
    let event = create_event(platform, caller, draft).await.unwrap();
    publish_event(platform, caller, event.id).await.unwrap().id
}

pub async fn club_of(platform: &Platform, owner: Caller, admin: Caller, name: &str) -> ClubId {
    let founding = Founding { name: name.into(), join_policy: Some("open".into()), ..Default::default() };
    let club = found_club(platform, owner, founding).await.unwrap();
    approve_club(platform, admin, club.id).await.unwrap();
    club.id
}

pub async fn find(platform: &Platform, caller: Option<Caller>, query: CatalogueQuery) -> CataloguePage {
    find_events(platform, caller, query).await.unwrap()
}

pub fn titles(page: &CataloguePage) -> Vec<&str> {
    page.items.iter().map(|found| found.event.title.as_str()).collect()
}

fn looking_for(text: &str) -> CatalogueQuery {
    CatalogueQuery { text: text.into(), ..Default::default() }
}

async fn searched(platform: &Platform, text: &str) -> Vec<String> {
    let page = find(platform, None, looking_for(text)).await;
    assert_eq!(page.total, i64::try_from(page.items.len()).unwrap());
    titles(&page).into_iter().map(str::to_owned).collect()
}

pub async fn words_are_found_without_accents_and_with_a_slip_of_the_fingers(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let cafe = EventDraft { city: Some("Köln".into()), ..draft("Café-Konzert") };
    publish(&platform, ada, cafe).await;
    let other = EventDraft { description: "Ein Konzert für große Geigen".into(), ..draft("Philharmonic night") };
    publish(&platform, ada, other).await;
    for (text, expected) in [
        ("cafe", vec!["Café-Konzert"]),
        ("CAFÉ", vec!["Café-Konzert"]),
        ("konzert", vec!["Café-Konzert", "Philharmonic night"]),
        ("konzert koln", vec!["Café-Konzert"]),
        ("grosse", vec!["Philharmonic night"]),
        ("konz", vec!["Café-Konzert", "Philharmonic night"]),
        ("konz koeln", vec![]),
        ("kozert", vec!["Café-Konzert", "Philharmonic night"]),
        ("kozner", vec![]),
        ("phlharmnic", vec!["Philharmonic night"]),
        ("phil", vec!["Philharmonic night"]),
        ("geiegn", vec![]),
        ("town nigth", vec!["Philharmonic night"]),
        ("nothing", vec![]),
    ] {
        assert_eq!(searched(&platform, text).await, expected, "{text}");
    }
}

pub async fn drafts_never_appear_and_edits_show_at_once(platform: Platform, clock: HandClock) {
    let ada = organizer(&platform).await;
    let event = create_event(&platform, ada, draft("Waltz")).await.unwrap();
    assert_eq!(searched(&platform, "waltz").await, Vec::<String>::new());
    assert_eq!(find(&platform, Some(ada), CatalogueQuery::default()).await.total, 0);
    publish_event(&platform, ada, event.id).await.unwrap();
    assert_eq!(searched(&platform, "waltz").await, ["Waltz"]);
    let edit = EventEdit { title: Some("Tango".into()), ..Default::default() };
    edit_event(&platform, ada, event.id, edit).await.unwrap();
    assert_eq!(searched(&platform, "waltz").await, Vec::<String>::new());
    assert_eq!(searched(&platform, "tango").await, ["Tango"]);
    let other_server = Platform { catalogue: Default::default(), ..platform.clone() };
    assert_eq!(searched(&other_server, "tango").await, ["Tango"]);
    cancel_event(&platform, ada, event.id, "Rain.").await.unwrap();
    assert_eq!(searched(&other_server, "tango").await, Vec::<String>::new());
    let cancelled = CatalogueQuery { status: Some("cancelled".into()), ..Default::default() };
    assert_eq!(titles(&find(&platform, None, cancelled).await), ["Tango"]);
    let feed = see_calendar(&platform, None, CatalogueQuery::default(), "Foyer", "https://example.org").await.unwrap();
    assert!(feed.contains("STATUS:CANCELLED\r\nSUMMARY:Tango"), "{feed}");
    publish(&platform, ada, draft("Polka")).await;
    clock.turn(Duration::from_secs(40 * 86_400));
    assert_eq!(searched(&platform, "").await, Vec::<String>::new(), "what is over is asked for");
    for query in [
        CatalogueQuery { status: Some("past".into()), ..Default::default() },
        CatalogueQuery { from: Some("2026-12-12".into()), ..Default::default() },
    ] {
        assert_eq!(titles(&find(&platform, None, query).await), ["Polka"]);
    }
}

pub async fn what_is_for_members_is_found_by_members(platform: Platform, clock: HandClock) {
    let (ada, admin) = (organizer(&platform).await, admin(&platform).await);
    let member = somebody(&platform, "grace", Role::Attendee).await;
    let stranger = somebody(&platform, "lea", Role::Organizer).await;
    let club = club_of(&platform, ada, admin, "Chess").await;
    let inside = EventDraft { club_id: Some(club), members_only: true, ..draft("Simultaneous") };
    publish(&platform, ada, inside).await;
    let looked = |caller, status: &str| {
        let query = CatalogueQuery { facets: true, status: Some(status.into()), ..looking_for("simultaneous") };
        find(&platform, caller, query)
    };
    let counted = |caller| looked(caller, "upcoming");
    for (caller, expected) in [(None, 0), (Some(stranger), 0), (Some(member), 0), (Some(ada), 1), (Some(admin), 1)] {
        let page = counted(caller).await;
        assert_eq!((page.total, page.facets.unwrap().in_person), (expected, expected), "{caller:?}");
    }
    join_club(&platform, member, club, "").await.unwrap();
    assert_eq!(counted(Some(member)).await.total, 1);
    clock.turn(Duration::from_secs(60 * 86_400));
    assert_eq!(looked(Some(member), "past").await.total, 1);
    close_club(&platform, ada, club).await.unwrap();
    assert_eq!(looked(Some(member), "past").await.total, 0);
    assert_eq!(looked(Some(ada), "past").await.total, 1, "its creator keeps it");
}

pub async fn a_club_is_closed_or_something_is_published_for_it_but_never_both(platform: Platform, _: HandClock) {
    let (ada, admin) = (organizer(&platform).await, admin(&platform).await);
    for round in 0..10 {
        let club = club_of(&platform, ada, admin, &format!("Chess {round}")).await;
        let draft = EventDraft { club_id: Some(club), capacity: Some(10), ..draft("Simultaneous") };
        let event = create_event(&platform, ada, draft).await.unwrap();
        let (closed, published) = if round % 2 == 0 {
            tokio::join!(close_club(&platform, ada, club), publish_event(&platform, ada, event.id))
        } else {
            let (published, closed) =
                tokio::join!(publish_event(&platform, ada, event.id), close_club(&platform, ada, club));
            (closed, published)
        };
        assert_ne!(closed.is_ok(), published.is_ok(), "{closed:?} {published:?}");
        if let Err(Failure::Refused(refusal)) = closed {
            assert_eq!(refusal, EventRefusal::ClubHasEvents { events: 1 }.into());
            see_club(&platform, Some(ada), club).await.unwrap();
        }
    }
}

pub async fn new_names_of_categories_and_clubs_are_found(platform: Platform, clock: HandClock) {
    let (ada, admin) = (organizer(&platform).await, admin(&platform).await);
    let club = club_of(&platform, ada, admin, "Brass band").await;
    let music = create_category(&platform, admin, "Music").await.unwrap();
    let concert = EventDraft { club_id: Some(club), category_id: Some(music.id), ..draft("Evening") };
    publish(&platform, ada, concert).await;
    for text in ["brass", "band evening", "music", "musci", "musi"] {
        assert_eq!(searched(&platform, text).await, ["Evening"], "{text}");
    }
    let rename = CategoryEdit { name: Some("Concerts".into()), version: None };
    edit_category(&platform, admin, music.id, rename).await.unwrap();
    assert_eq!(searched(&platform, "music").await, Vec::<String>::new());
    assert_eq!(searched(&platform, "concerts").await, ["Evening"]);
    let rename = ClubEdit { name: Some("Big orchestra".into()), ..Default::default() };
    edit_club(&platform, ada, club, rename).await.unwrap();
    for _ in 0..2 {
        keep_club_name(&platform, club).await.unwrap();
    }
    assert_eq!(searched(&platform, "brass").await, Vec::<String>::new());
    let page = find(&platform, None, CatalogueQuery { facets: true, ..looking_for("orchestra") }).await;
    assert_eq!(page.items[0].event.club_name.as_deref(), Some("Big orchestra"));
    assert_eq!(page.facets.unwrap().categories[0].name, "Concerts");
    clock.turn(Duration::from_secs(60 * 86_400));
    close_club(&platform, ada, club).await.unwrap();
    keep_club_name(&platform, club).await.unwrap();
    let past = |text: &str| CatalogueQuery { status: Some("past".into()), ..looking_for(text) };
    assert_eq!(find(&platform, None, past("orchestra")).await.total, 0);
    assert_eq!(find(&platform, None, past("evening")).await.total, 1);
}

pub async fn the_new_name_of_a_venue_is_found_at_all_its_events(platform: Platform, _: HandClock) {
    const MORE_THAN_AT_ONCE: usize = 101;
    let ada = organizer(&platform).await;
    let hall = VenueDraft { name: "Old mill".into(), time_zone: "UTC".into(), ..Default::default() };
    let venue_id = create_venue(&platform, ada, hall).await.unwrap().id;
    for number in 0..MORE_THAN_AT_ONCE {
        publish(&platform, ada, EventDraft { venue_id: Some(venue_id), ..draft(&format!("Evening {number}")) }).await;
    }
    let total = async |text: &str| find(&platform, None, looking_for(text)).await.total;
    assert_eq!(total("mill").await, 101);
    let rename = VenueEdit { name: Some("Lighthouse".into()), ..Default::default() };
    edit_venue(&platform, ada, venue_id, rename).await.unwrap();
    for _ in 0..2 {
        keep_venue_name(&platform, venue_id).await.unwrap();
    }
    assert_eq!((total("mill").await, total("lighthouse").await), (0, 101));
}

pub async fn prices_and_places_are_those_of_now(platform: Platform, clock: HandClock) {
    let ada = organizer(&platform).await;
    let event = publish(&platform, ada, draft("Gala")).await;
    let free = |free| CatalogueQuery { free: Some(free), ..Default::default() };
    assert_eq!(find(&platform, None, free(true)).await.total, 1);
    let price = |amount| Some(Amount { amount, currency: "EUR".into() });
    let early = domain::events::TierDraft {
        name: "Early".into(),
        price: Amount { amount: 500, currency: "EUR".into() },
        until: Some("2026-11-30T00:00:00Z".into()),
        quantity: None,
    };
    let ticket = TicketTypeEdit {
        name: Some("Normal".into()),
        price: price(2_000),
        tiers: Some(vec![early]),
        sales_end: Some("2026-12-05T00:00:00Z".to_owned()).into(),
        ..Default::default()
    };
    let ticket = create_ticket_type(&platform, ada, event, ticket).await.unwrap();
    let between = |min, max| CatalogueQuery { min_price: Some(min), max_price: Some(max), ..Default::default() };
    let available = CatalogueQuery { available: Some(true), ..Default::default() };
    assert_eq!(find(&platform, None, free(true)).await.total, 0);
    assert_eq!(find(&platform, None, between(400, 600)).await.total, 1);
    let dollars = CatalogueQuery { currency: Some("usd".into()), ..between(400, 600) };
    assert_eq!(find(&platform, None, dollars).await.total, 0);
    clock.turn(Duration::from_secs(10 * 86_400));
    assert_eq!(find(&platform, None, between(400, 600)).await.total, 0, "the early ones are over");
    assert_eq!(find(&platform, None, between(2_000, 2_000)).await.total, 1);
    assert_eq!(find(&platform, None, available.clone()).await.total, 1);
    clock.turn(Duration::from_secs(5 * 86_400));
    assert_eq!(find(&platform, None, available.clone()).await.total, 0, "sales have ended");
    let edit = TicketTypeEdit { sales_end: domain::edit::Edit::Clear, price: price(0), ..Default::default() };
    edit_ticket_type(&platform, ada, event, ticket.id, edit).await.unwrap();
    assert_eq!(find(&platform, None, available).await.total, 1);
    assert_eq!(find(&platform, None, free(true)).await.total, 1);
}

pub async fn pages_have_no_gaps_and_no_repeats_while_events_are_added(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let at = |day: usize| EventDraft {
        starts_at: format!("2026-12-{day:02}T18:00:00Z"),
        ends_at: format!("2026-12-{day:02}T20:00:00Z"),
        ..draft(&format!("Day {day}"))
    };
    for day in 1..=12 {
        publish(&platform, ada, at(day * 2)).await;
    }
    for sort in ["date", "price", "newest", "relevance"] {
        let query = |cursor| CatalogueQuery { limit: Some(5), sort: Some(sort.into()), cursor, ..looking_for("day") };
        let first = find(&platform, None, query(None)).await;
        // One before what was seen, one after: neither moves what comes next.
        let later = publish(&platform, ada, at(1)).await;
        let mut seen: Vec<EventId> = first.items.iter().map(|found| found.event.id).collect();
        let mut cursor = first.next_cursor;
        while let Some(next) = cursor {
            let page = find(&platform, None, query(Some(next))).await;
            seen.extend(page.items.iter().map(|found| found.event.id));
            cursor = page.next_cursor;
        }
        seen.retain(|id| *id != later);
        let unique: std::collections::BTreeSet<_> = seen.iter().collect();
        assert_eq!((seen.len(), unique.len()), (12, 12), "{sort}");
        cancel_event(&platform, ada, later, "Only for this test.").await.unwrap();
    }
}

pub async fn what_is_listed_is_not_listed_again(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    publish(&platform, ada, draft("Listed")).await;
    create_event(&platform, ada, draft("Draft")).await.unwrap();
    assert_eq!(rebuild_listings(&platform).await.unwrap(), 0);
}

pub async fn nonsense_is_refused_by_its_field(platform: Platform, _: HandClock) {
    let many = (0..10_000).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
    let query = CatalogueQuery::default;
    let some = |text: &str| Some(text.to_owned());
    for (asked, field) in [
        (looking_for(&"x".repeat(201)), "q"),
        (looking_for(&many), "q"),
        (looking_for("a b c d e f g h i j k l m"), "q"),
        (looking_for("a\u{0}b"), "q"),
        (looking_for("% _ '"), "q"),
        (CatalogueQuery { from: some("tomorrow"), ..query() }, "from"),
        (CatalogueQuery { from: some("1999-01-01"), ..query() }, "from"),
        (CatalogueQuery { to: some("2026-02-30"), ..query() }, "to"),
        (CatalogueQuery { from: some("2026-12-02"), to: some("2026-12-01"), ..query() }, "to"),
        (CatalogueQuery { min_price: Some(-1), ..query() }, "min_price"),
        (CatalogueQuery { max_price: Some(i64::MAX), ..query() }, "max_price"),
        (CatalogueQuery { min_price: Some(2), max_price: Some(1), ..query() }, "max_price"),
        (CatalogueQuery { currency: some("XXX"), ..query() }, "currency"),
        (CatalogueQuery { status: some("draft"), ..query() }, "status"),
        (CatalogueQuery { sort: some("date; drop table event"), ..query() }, "sort"),
        (CatalogueQuery { time_zone: some("Europe/Atlantis"), ..query() }, "time_zone"),
        (CatalogueQuery { city: some(&"x".repeat(201)), ..query() }, "city"),
        (CatalogueQuery { limit: Some(101), ..query() }, "limit"),
        (CatalogueQuery { cursor: some("nonsense"), ..query() }, "cursor"),
    ] {
        let Err(Failure::Refused(Refusal::InvalidInput(problems))) = find_events(&platform, None, asked).await else {
            panic!("{field} was taken");
        };
        assert_eq!(problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), [field]);
    }
    for month in ["", "2026", "2026-13", "2026-1", "November", "2026-11-01", "1999-12", "9999-12", "２026-11"] {
        let Err(Failure::Refused(Refusal::InvalidInput(problems))) =
            see_month(&platform, None, query(), Some(month)).await
        else {
            panic!("{month:?} was taken");
        };
        assert_eq!(problems[0].field, "month");
    }
    let mine = CatalogueQuery { mine: true, ..query() };
    let refused = find_events(&platform, None, mine.clone()).await;
    assert!(matches!(refused, Err(Failure::Refused(Refusal::SignInRequired))), "nobody's events are nobody's");
    let refused = see_month(&platform, None, mine, None).await;
    assert!(matches!(refused, Err(Failure::Refused(Refusal::SignInRequired))));
}
