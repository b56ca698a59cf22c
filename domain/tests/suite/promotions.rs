//! Codes and their uses: who gets the last one, and what stays as it was promised.

use std::time::Duration;

use domain::accounts::{Caller, Role, Visit};
use domain::edit::Edit;
use domain::events::{
    Amount, Event, EventDraft, TicketType, TicketTypeEdit, create_event, create_ticket_type, delete_event,
    delete_ticket_type,
};
use domain::ids::{EventId, PromotionId};
use domain::journal;
use domain::money::{Currency, Money};
use domain::outcome::{Failure, Outcome};
use domain::platform::{HandClock, Platform};
use domain::promotions::{
    Discount, PROMOTIONS_MAX, Promotion, PromotionDraft, PromotionEdit, PromotionQuery, PromotionState, WRONG_CODES,
    check_code, create_promotion, delete_promotion, edit_promotion, list_promotions, see_promotion, use_promotion,
};
use domain::refusal::{PromotionRefusal, Refusal};
use domain::time::Timestamp;
use futures::future::join_all;
use futures::stream::{self, StreamExt as _};

use crate::support::people::somebody;

async fn organizer(platform: &Platform) -> Caller {
    somebody(platform, "ada", Role::Organizer).await
}

async fn event(platform: &Platform, ada: Caller) -> Event {
    let draft = EventDraft {
        title: "Concert".into(),
        location: Some("Town hall".into()),
        starts_at: "2026-12-12T18:00:00Z".into(),
        ends_at: "2026-12-12T20:00:00Z".into(),
        time_zone: "Europe/Berlin".into(),
        currency: "EUR".into(),
        ..Default::default()
    };
    create_event(platform, ada, draft).await.unwrap()
}

async fn ticket(platform: &Platform, ada: Caller, event_id: EventId, name: &str, price: i64) -> TicketType {
    let ticket = TicketTypeEdit { name: Some(name.into()), price: Some(euro(price)), ..Default::default() };
    create_ticket_type(platform, ada, event_id, ticket).await.unwrap()
}

fn euro(amount: i64) -> Amount {
    Amount { amount, currency: "EUR".into() }
}

/// Ten percent off.
fn code(event_id: Option<EventId>, code: &str) -> PromotionDraft {
    let terms = PromotionEdit { code: Some(code.into()), percent_off: Edit::Set(10), ..Default::default() };
    PromotionDraft { event_id, terms }
}

async fn take(platform: &Platform, promotion_id: PromotionId) -> bool {
    platform.change(promotion_id, |tx, promotion_id| Box::pin(use_promotion(tx, *promotion_id))).await.unwrap()
}

fn refusal<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn field_of<T: std::fmt::Debug>(outcome: Outcome<T>) -> String {
    let problems = refusal(outcome).problems();
    problems.into_iter().map(|problem| problem.field).collect::<Vec<_>>().join(" ")
}

pub async fn what_is_made_is_what_was_asked_for(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    let ticket = ticket(&platform, ada, event.id, "Normal", 1_500).await;
    let terms = PromotionEdit {
        code: Some(" early-bird ".into()),
        amount_off: Edit::Set(euro(500)),
        ticket_type_ids: Some(vec![ticket.id, ticket.id]),
        max_uses: Edit::Set(40),
        max_uses_per_person: Edit::Set(2),
        min_tickets: Some(3),
        starts_at: Edit::Set("2026-12-01T00:00:00+01:00".into()),
        ends_at: Edit::Set("2026-12-05T00:00:00.123456Z".into()),
        ..Default::default()
    };
    let made = create_promotion(&platform, ada, PromotionDraft { event_id: Some(event.id), terms }).await.unwrap();
    assert_eq!((made.event_id, made.uses, made.version), (Some(event.id), 0, 1));
    assert_eq!((made.state, made.created_at), (PromotionState::NotBegun, platform.clock.now()));
    let terms = &made.terms;
    assert_eq!((terms.code.as_str(), terms.discount), ("EARLY-BIRD", Discount::Amount(Money::new(500, Currency::Eur))));
    assert_eq!((&terms.only_for, terms.min_tickets, terms.paused), (&vec![ticket.id], 3, false));
    assert_eq!((terms.max_uses, terms.max_uses_per_person), (Some(40), Some(2)));
    assert_eq!(terms.starts_at, Timestamp::parse("2026-11-30T23:00:00Z"));
    assert_eq!(terms.ends_at, Timestamp::parse("2026-12-05T00:00:00.123456Z"));
    assert_eq!(see_promotion(&platform, ada, made.id).await.unwrap(), made);

    let edit = PromotionEdit {
        percent_off: Edit::Set(25),
        ticket_type_ids: Some(Vec::new()),
        max_uses: Edit::Clear,
        starts_at: Edit::Clear,
        ..Default::default()
    };
    let edited = edit_promotion(&platform, ada, made.id, edit).await.unwrap();
    assert_eq!((edited.terms.discount, edited.version), (Discount::Percent(25), 2));
    assert_eq!((edited.terms.max_uses, edited.terms.starts_at, edited.state), (None, None, PromotionState::Active));
    assert_eq!((edited.terms.only_for.len(), edited.terms.ends_at), (0, made.terms.ends_at), "the rest stays");

    delete_promotion(&platform, ada, made.id).await.unwrap();
    let told = journal::history_of(&platform, made.id.0).await.unwrap();
    let told: Vec<_> = told.iter().map(|envelope| envelope.message.name()).collect();
    assert_eq!(told, ["promotion_created", "promotion_updated", "promotion_deleted"]);
}

pub async fn fifty_takers_share_ten_uses(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    let mut draft = code(Some(event.id), "TEN");
    draft.terms.max_uses = Edit::Set(10);
    let promotion = create_promotion(&platform, ada, draft).await.unwrap();
    let taken: Vec<bool> =
        stream::iter((0..50).map(|_| take(&platform, promotion.id))).buffer_unordered(50).collect().await;
    assert_eq!(taken.into_iter().filter(|taken| *taken).count(), 10);
    let now = see_promotion(&platform, ada, promotion.id).await.unwrap();
    assert_eq!((now.uses, now.state, now.version), (10, PromotionState::UsedUp, 1));
}

pub async fn nobody_takes_a_use_of_what_does_not_hold(platform: Platform, clock: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    let mut draft = code(Some(event.id), "DAYS");
    draft.terms.starts_at = Edit::Set("2026-11-22T00:00:00Z".into());
    draft.terms.ends_at = Edit::Set("2026-11-23T00:00:00Z".into());
    let promotion = create_promotion(&platform, ada, draft).await.unwrap();
    assert!(!take(&platform, promotion.id).await, "it has not begun");
    clock.turn(Duration::from_secs(6 * 3_600));
    assert!(take(&platform, promotion.id).await);
    let pause = |paused| PromotionEdit { paused: Some(paused), ..Default::default() };
    edit_promotion(&platform, ada, promotion.id, pause(true)).await.unwrap();
    assert!(!take(&platform, promotion.id).await, "it is paused");
    edit_promotion(&platform, ada, promotion.id, pause(false)).await.unwrap();
    clock.turn(Duration::from_secs(24 * 3_600));
    assert!(!take(&platform, promotion.id).await, "it has ended");
    assert_eq!(see_promotion(&platform, ada, promotion.id).await.unwrap().uses, 1);
}

pub async fn one_of_many_wins_a_code(platform: Platform, _: HandClock) {
    let (ada, admin) = (organizer(&platform).await, somebody(&platform, "admin", Role::Admin).await);
    let (one, another) = (event(&platform, ada).await, event(&platform, ada).await);
    let written = ["spring", "SPRING", " Spring "];
    let taken = |outcomes: Vec<Outcome<Promotion>>| {
        let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        for lost in outcomes.into_iter().filter(Result::is_err) {
            assert_eq!(refusal(lost), PromotionRefusal::CodeTaken.into());
        }
        won
    };
    for event_id in [one.id, another.id] {
        let other = create_promotion(&platform, ada, code(Some(event_id), "OTHER")).await.unwrap();
        let rename = PromotionEdit { code: Some("sPRING".into()), ..Default::default() };
        let all = (0..9).map(|number| create_promotion(&platform, ada, code(Some(event_id), written[number % 3])));
        let (made, renamed) = tokio::join!(join_all(all), edit_promotion(&platform, ada, other.id, rename));
        assert_eq!(taken(made.into_iter().chain([renamed]).collect()), 1, "each event has codes of its own");
    }
    let everywhere = (0..9).map(|number| create_promotion(&platform, admin, code(None, written[number % 3])));
    assert_eq!(taken(join_all(everywhere).await), 1);
}

pub async fn the_own_code_of_an_event_comes_before_one_that_holds_everywhere(platform: Platform, _: HandClock) {
    let (ada, admin) = (organizer(&platform).await, somebody(&platform, "admin", Role::Admin).await);
    let event = event(&platform, ada).await;
    ticket(&platform, ada, event.id, "Normal", 1_000).await;
    create_promotion(&platform, admin, code(None, "SPRING")).await.unwrap();
    let mut own = code(Some(event.id), "OTHER");
    own.terms.percent_off = Edit::Set(50);
    let own = create_promotion(&platform, ada, own).await.unwrap();
    // Whoever makes codes learns nothing of those of others.
    let rename = PromotionEdit { code: Some("spring".into()), ..Default::default() };
    edit_promotion(&platform, ada, own.id, rename).await.unwrap();
    let check = check_code(&platform, Some(ada), &Visit::default(), event.id, "spring").await.unwrap();
    assert_eq!((check.discount, check.tickets[0].price_with_code.amount), (Discount::Percent(50), 500));
}

pub async fn one_of_many_edits_of_a_promotion_wins(platform: Platform, _: HandClock) {
    let admin = somebody(&platform, "admin", Role::Admin).await;
    let promotion = create_promotion(&platform, admin, code(None, "SPRING")).await.unwrap();
    let edits = (0..8).map(|number| {
        let edit = PromotionEdit { percent_off: Edit::Set(20 + number), version: Some(1), ..Default::default() };
        edit_promotion(&platform, admin, promotion.id, edit)
    });
    let (won, lost): (Vec<_>, Vec<_>) = join_all(edits).await.into_iter().partition(Result::is_ok);
    assert_eq!(won.len(), 1);
    for outcome in lost {
        assert_eq!(refusal(outcome), Refusal::EditedMeanwhile);
    }
    let same = PromotionEdit { paused: Some(false), version: Some(2), ..Default::default() };
    assert_eq!(edit_promotion(&platform, admin, promotion.id, same).await.unwrap().version, 2, "nothing was changed");
}

pub async fn what_was_promised_stays_once_somebody_used_it(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    for round in 0..5 {
        let promotion = create_promotion(&platform, ada, code(Some(event.id), &format!("R-{round}"))).await.unwrap();
        let less = PromotionEdit { percent_off: Edit::Set(5), ..Default::default() };
        let (edited, ()) = tokio::join!(edit_promotion(&platform, ada, promotion.id, less.clone()), async {
            assert!(take(&platform, promotion.id).await && take(&platform, promotion.id).await);
        });
        match edited {
            Ok(edited) => assert_eq!(edited.terms.discount, Discount::Percent(5)),
            Err(Failure::Refused(Refusal::Promotion(PromotionRefusal::Fixed { uses }))) => assert!(uses >= 1),
            Err(failure) => panic!("{failure:?}"),
        }
        let change = |edit| edit_promotion(&platform, ada, promotion.id, edit);
        let fixed: Refusal = PromotionRefusal::Fixed { uses: 2 }.into();
        let other = PromotionEdit { code: Some("OTHER".into()), ..Default::default() };
        let money = PromotionEdit { amount_off: Edit::Set(euro(100)), ..Default::default() };
        assert_eq!((refusal(change(other).await), refusal(change(money).await)), (fixed.clone(), fixed));
        let limit = |most| PromotionEdit { max_uses: Edit::Set(most), ..Default::default() };
        assert_eq!(field_of(change(limit(1)).await), "max_uses");
        assert_eq!(change(limit(2)).await.unwrap().state, PromotionState::UsedUp);
    }
}

pub async fn a_promotion_is_used_or_deleted_but_never_both(platform: Platform, _: HandClock) {
    let admin = somebody(&platform, "admin", Role::Admin).await;
    for round in 0..10 {
        let promotion = create_promotion(&platform, admin, code(None, &format!("R-{round}"))).await.unwrap();
        let (taken, deleted) =
            tokio::join!(take(&platform, promotion.id), delete_promotion(&platform, admin, promotion.id));
        let left = see_promotion(&platform, admin, promotion.id).await;
        if taken {
            assert_eq!(refusal(deleted), PromotionRefusal::Used { uses: 1 }.into());
            assert_eq!(left.unwrap().uses, 1);
        } else {
            deleted.unwrap();
            assert_eq!(refusal(left), Refusal::NotFound);
        }
    }
}

pub async fn a_draft_that_is_thrown_away_takes_its_codes_along(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    let normal = ticket(&platform, ada, event.id, "Normal", 1_000).await;
    let other = ticket(&platform, ada, event.id, "Other", 1_000).await;
    let mut draft = code(Some(event.id), "NORMAL");
    draft.terms.ticket_type_ids = Some(vec![normal.id]);
    let promotion = create_promotion(&platform, ada, draft).await.unwrap();
    delete_ticket_type(&platform, ada, event.id, normal.id).await.unwrap();
    let here = Visit::default();
    let check = || check_code(&platform, Some(ada), &here, event.id, "normal");
    assert_eq!(refusal(check().await), PromotionRefusal::OtherTickets.into(), "it does not come to be for all tickets");
    let keep = PromotionEdit { ticket_type_ids: Some(vec![normal.id, other.id]), ..Default::default() };
    edit_promotion(&platform, ada, promotion.id, keep).await.unwrap();
    assert_eq!(check().await.unwrap().tickets.len(), 1);
    delete_event(&platform, ada, event.id).await.unwrap();
    assert_eq!(refusal(see_promotion(&platform, ada, promotion.id).await), Refusal::NotFound);
}

pub async fn codes_are_paged_newest_first(platform: Platform, clock: HandClock) {
    let admin = somebody(&platform, "admin", Role::Admin).await;
    for number in 0..PROMOTIONS_MAX {
        clock.turn(Duration::from_millis(1));
        create_promotion(&platform, admin, code(None, &format!("CODE-{number}"))).await.unwrap();
    }
    let one_more = create_promotion(&platform, admin, code(None, "ONE-MORE")).await;
    assert_eq!(refusal(one_more), PromotionRefusal::TooMany.into());
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let query = PromotionQuery { limit: Some(100), cursor, event_id: None };
        let page = list_promotions(&platform, admin, query).await.unwrap();
        assert_eq!(page.total, PROMOTIONS_MAX);
        seen.extend(page.items.into_iter().map(|promotion| promotion.terms.code.to_string()));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let expected: Vec<_> = (0..PROMOTIONS_MAX).rev().map(|number| format!("CODE-{number}")).collect();
    assert_eq!(seen, expected);
}

pub async fn whoever_guesses_has_to_wait(platform: Platform, clock: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    ticket(&platform, ada, event.id, "Normal", 1_000).await;
    create_promotion(&platform, ada, code(Some(event.id), "SPRING")).await.unwrap();
    let here = Visit { address: "198.51.100.7".into(), ..Default::default() };
    let there = Visit { address: "198.51.100.8".into(), ..Default::default() };
    let ask = |visit, code| check_code(&platform, Some(ada), visit, event.id, code);
    for _ in 0..WRONG_CODES.tries_max {
        assert_eq!(refusal(ask(&here, "WINTER").await), PromotionRefusal::Unknown.into());
        ask(&there, "spring").await.unwrap();
    }
    assert!(matches!(refusal(ask(&here, "WINTER").await), Refusal::TooManyAttempts { .. }));
    assert!(matches!(refusal(ask(&here, "SPRING").await), Refusal::TooManyAttempts { .. }), "nor is a hit told");
    ask(&there, "SPRING").await.unwrap();
    clock.turn(WRONG_CODES.window);
    ask(&here, "SPRING").await.unwrap();
}

pub async fn of_many_guesses_at_once_none_is_answered_beyond_the_limit(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = event(&platform, ada).await;
    ticket(&platform, ada, event.id, "Normal", 1_000).await;
    let line = |last: i64| Visit { address: format!("2001:db8::{last:x}"), ..Default::default() };
    let guesses = (0..WRONG_CODES.tries_max * 2).map(|round| {
        let platform = platform.clone();
        tokio::spawn(async move { check_code(&platform, Some(ada), &line(round), event.id, "WINTER").await })
    });
    let answers = join_all(guesses).await;
    let told = answers.into_iter().filter(|answer| {
        let why = answer.as_ref().unwrap().as_ref().err();
        matches!(why, Some(Failure::Refused(Refusal::Promotion(PromotionRefusal::Unknown))))
    });
    assert_eq!(told.count() as i64, WRONG_CODES.tries_max);
}
