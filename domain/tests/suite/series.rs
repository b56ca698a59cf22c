//! Dates of a series: made, changed and called off together, whoever else is at it.

use std::collections::BTreeSet;

use domain::accounts::{Caller, Role};
use domain::events::{
    Amount, CatalogueQuery, Event, EventDates, EventDraft, EventEdit, EventStatus, FollowingEdit, LaterEnd,
    TicketTypeEdit, cancel_event, cancel_following, clone_event, create_event, create_ticket_type, delete_event,
    edit_event, edit_following, extend_series, find_events, leave_series, list_ticket_types, publish_event,
    publish_series, repeat_event, see_dates, see_event, skip_date,
};
use domain::ids::EventId;
use domain::journal;
use domain::outcome::{Failure, Outcome};
use domain::platform::{HandClock, Platform};
use domain::refusal::{EventRefusal, FieldProblem, Refusal};
use futures::future::join_all;

use crate::support::people::somebody;

async fn organizer(platform: &Platform) -> Caller {
    somebody(platform, "ada", Role::Organizer).await
}

/// A Saturday evening in winter, three weeks after the clock starts.
async fn evening(platform: &Platform, ada: Caller) -> Event {
    let draft = EventDraft {
        title: "Jazz".into(),
        location: Some("Cellar".into()),
        starts_at: "2026-12-12T19:00:00Z".into(),
        ends_at: "2026-12-12T22:00:00Z".into(),
        time_zone: "Europe/Berlin".into(),
        currency: "EUR".into(),
        capacity: Some(100),
        ..Default::default()
    };
    create_event(platform, ada, draft).await.unwrap()
}

async fn series(platform: &Platform, ada: Caller, rule: &str) -> EventDates {
    let event = evening(platform, ada).await;
    repeat_event(platform, ada, event.id, rule, &[]).await.unwrap()
}

async fn dates(platform: &Platform, ada: Caller, event_id: EventId) -> EventDates {
    see_dates(platform, Some(ada), event_id).await.unwrap()
}

fn days(dates: &EventDates) -> Vec<&str> {
    dates.items.iter().map(|date| date.day.as_str()).collect()
}

fn until(day: &str) -> LaterEnd {
    LaterEnd { until: Some(day.into()), ..Default::default() }
}

#[track_caller]
fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome.expect_err("this had to be refused") {
        Failure::Refused(refusal) => refusal,
        fault @ Failure::Fault(_) => panic!("{fault:?}"),
    }
}

/// How many succeeded; everybody else was refused, and nothing broke.
#[track_caller]
fn winners<T: std::fmt::Debug>(outcomes: Vec<Outcome<T>>) -> usize {
    let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    for outcome in lost {
        refused(outcome);
    }
    won.len()
}

pub async fn a_rule_makes_dates_like_the_first(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = evening(&platform, ada).await;
    let ticket = TicketTypeEdit {
        name: Some("Table".into()),
        price: Some(Amount { amount: 1_200, currency: "EUR".into() }),
        quota: Some(12).into(),
        sales_end: Some("2026-12-12T18:00:00Z".to_owned()).into(),
        ..Default::default()
    };
    create_ticket_type(&platform, ada, event.id, ticket).await.unwrap();
    let made = repeat_event(&platform, ada, event.id, "FREQ=MONTHLY;BYDAY=2SA;COUNT=5", &["2027-02-13".into()]).await;
    let made = made.unwrap();
    assert_eq!(days(&made), ["2026-12-12", "2027-01-09", "2027-03-13", "2027-04-10"]);
    assert_eq!((made.items[0].id, made.except.as_slice()), (event.id, &["2027-02-13".to_owned()][..]));
    let spring = see_event(&platform, Some(ada), made.items[3].id).await.unwrap();
    assert_eq!(spring.starts_at.to_string(), "2027-04-10T18:00:00Z", "eight in the evening, whatever the clocks do");
    assert_eq!(spring.ends_at.to_string(), "2027-04-10T21:00:00Z");
    assert_eq!((spring.title.as_str(), spring.status, spring.series_id), ("Jazz", EventStatus::Draft, made.series_id));
    assert_eq!((made.items[3].capacity, made.items[3].taken), (Some(12), Some(0)), "no more than there are tickets");
    let tickets = list_ticket_types(&platform, Some(ada), spring.id).await.unwrap().items;
    assert_eq!(tickets[0].fields.sales_end.unwrap().to_string(), "2027-04-10T17:00:00Z");
    let told = journal::history_of(&platform, made.series_id.unwrap().0).await.unwrap();
    assert_eq!(told.iter().map(|told| told.message.name()).collect::<Vec<_>>(), ["series_created"]);
    let told = journal::history_of(&platform, spring.id.0).await.unwrap();
    assert_eq!(told.iter().map(|told| told.message.name()).collect::<Vec<_>>(), ["event_created"]);
    let again = clone_event(&platform, ada, spring.id, "2027-06-01T18:00:00Z").await.unwrap();
    assert_eq!(again.series_id, None, "put on again it stands alone");
}

pub async fn two_hundred_dates_are_made_in_one_go(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=DAILY;COUNT=200").await;
    assert_eq!(made.items.len(), 200);
    let published = publish_series(&platform, ada, made.items[0].id).await.unwrap();
    assert_eq!((published.published.len(), published.not_ready.len()), (200, 0));
    let found = find_events(&platform, None, CatalogueQuery::default()).await.unwrap();
    assert_eq!(found.total, 200, "all of them are in the catalogue at once");
    let edit = FollowingEdit { title: Some("Late jazz".into()), version: Some(2), ..Default::default() };
    let edited = edit_following(&platform, ada, made.items[100].id, edit).await.unwrap();
    assert_eq!(edited.items.iter().filter(|date| date.title == "Late jazz").count(), 100);
    let cancelled = cancel_following(&platform, ada, made.items[150].id, "The cellar is sold.").await.unwrap();
    assert_eq!(cancelled.items.iter().filter(|date| date.status == EventStatus::Cancelled).count(), 50);
    let more = extend_series(&platform, ada, made.items[0].id, until("2027-12-31")).await;
    assert!(refused(more).sentence().contains("at most 200 dates"));
}

pub async fn an_event_is_repeated_once(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = evening(&platform, ada).await;
    let all = (2..8).map(|count| {
        let platform = platform.clone();
        async move { repeat_event(&platform, ada, event.id, &format!("FREQ=WEEKLY;COUNT={count}"), &[]).await }
    });
    assert_eq!(winners(join_all(all).await), 1);
    let made = dates(&platform, ada, event.id).await;
    assert_eq!(days(&made).into_iter().collect::<BTreeSet<_>>().len(), made.items.len());
    let again = repeat_event(&platform, ada, made.items[1].id, "FREQ=WEEKLY;COUNT=3", &[]).await;
    assert_eq!(refused(again), EventRefusal::InSeries.into());
}

pub async fn extensions_at_once_make_no_date_twice(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=3").await;
    let all = (0..6).map(|number: i64| {
        let end = LaterEnd { count: Some(8 + number % 3), ..Default::default() };
        let from = made.items[usize::try_from(number % 3).unwrap()].id;
        let platform = platform.clone();
        async move { extend_series(&platform, ada, from, end).await }
    });
    assert!((1..=3).contains(&winners(join_all(all).await)));
    let now = dates(&platform, ada, made.items[0].id).await;
    assert_eq!(now.items.len(), 10);
    assert_eq!(days(&now).into_iter().collect::<BTreeSet<_>>().len(), 10);
    let old = LaterEnd { version: Some(1), ..until("2027-06-30") };
    assert_eq!(refused(extend_series(&platform, ada, made.items[0].id, old).await), Refusal::EditedMeanwhile);
    for (end, field) in [
        (until("2026-12-31"), "until"),
        (until("soon"), "until"),
        (until("2099-12-31"), "until"),
        (LaterEnd { count: Some(100_000), ..Default::default() }, "count"),
        (LaterEnd { count: Some(-1), ..Default::default() }, "count"),
        (LaterEnd { count: Some(3), ..until("2027-06-30") }, "until"),
        (LaterEnd::default(), "until"),
    ] {
        let refusal = refused(extend_series(&platform, ada, made.items[0].id, end.clone()).await);
        assert_eq!(refusal.problems()[0].field, field, "{end:?}");
    }
}

pub async fn a_day_that_was_given_up_is_not_made_again(platform: Platform, clock: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=6").await;
    let first = made.items[0].id;
    skip_date(&platform, ada, first, &made.items[1].day).await.unwrap();
    delete_event(&platform, ada, made.items[2].id).await.unwrap();
    let alone = leave_series(&platform, ada, made.items[3].id).await.unwrap();
    assert_eq!(alone.series_id, None);
    let told = journal::history_of(&platform, made.series_id.unwrap().0).await.unwrap();
    let told: Vec<_> = told.iter().map(|told| told.message.name()).collect();
    assert_eq!(told, ["series_created", "series_updated", "series_updated", "series_updated"]);
    assert_eq!(refused(leave_series(&platform, ada, alone.id).await), EventRefusal::NotInSeries.into());
    publish_event(&platform, ada, made.items[4].id).await.unwrap();
    let published = skip_date(&platform, ada, first, &made.items[4].day).await;
    assert_eq!(refused(published), EventRefusal::NotDraft.into());
    for day in [made.items[1].day.as_str(), "2026-12-25", "", "' or 1=1"] {
        assert_eq!(refused(skip_date(&platform, ada, first, day).await), Refusal::NotFound, "{day}");
    }
    // Another hour, and even another day, does not make it a stranger.
    let moved = EventEdit {
        starts_at: Some("2027-01-18T19:00:00Z".into()),
        ends_at: Some("2027-01-18T22:00:00Z".into()),
        ..Default::default()
    };
    edit_event(&platform, ada, made.items[5].id, moved).await.unwrap();
    clock.turn(std::time::Duration::from_secs(60 * 86_400));
    let more = extend_series(&platform, ada, made.items[4].id, LaterEnd { count: Some(9), ..Default::default() }).await;
    assert_eq!(
        days(&more.unwrap()),
        ["2026-12-12", "2027-01-09", "2027-01-16", "2027-01-23", "2027-01-30", "2027-02-06"],
    );
}

pub async fn further_dates_begin_when_the_one_does_they_are_made_from_and_are_of_its_owner(
    platform: Platform,
    _: HandClock,
) {
    let (ada, admin) = (organizer(&platform).await, somebody(&platform, "root", Role::Admin).await);
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=2").await;
    let (early, moved) = (made.items[0].id, made.items[1].id);
    let change = |starts_at: &str, ends_at: &str| EventEdit {
        starts_at: Some(starts_at.into()),
        ends_at: Some(ends_at.into()),
        ..Default::default()
    };
    edit_event(&platform, ada, early, change("2026-12-12T18:00:00Z", "2026-12-12T21:00:00Z")).await.unwrap();
    edit_event(&platform, ada, moved, change("2026-12-20T10:00:00Z", "2026-12-20T12:00:00Z")).await.unwrap();
    let times = |count| LaterEnd { count: Some(count), ..Default::default() };
    let more = extend_series(&platform, admin, early, times(3)).await.unwrap();
    assert_eq!(
        more.items[2].starts_at.to_string(),
        "2026-12-26T18:00:00Z",
        "an hour earlier, like the one it is made from"
    );
    let more = extend_series(&platform, ada, moved, times(4)).await.unwrap();
    assert_eq!(
        more.items[3].starts_at.to_string(),
        "2027-01-02T19:00:00Z",
        "the day and hour of one that moved are its own"
    );
    let seen = see_event(&platform, Some(ada), more.items[2].id).await.unwrap();
    assert_eq!(seen.created_by, Some(ada.user_id), "whoever helps does not take it over");
}

pub async fn a_rule_beyond_the_calendar_is_refused(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let event = evening(&platform, ada).await;
    let late = EventEdit {
        starts_at: Some("2099-12-12T19:00:00Z".into()),
        ends_at: Some("2099-12-12T22:00:00Z".into()),
        ..Default::default()
    };
    edit_event(&platform, ada, event.id, late).await.unwrap();
    let refusal = refused(repeat_event(&platform, ada, event.id, "FREQ=YEARLY;COUNT=3", &[]).await);
    assert_eq!(refusal.problems()[0].field, "rule");
    assert_eq!(see_event(&platform, Some(ada), event.id).await.unwrap().series_id, None);
}

pub async fn everything_in_a_date_keeps_its_hour_across_the_change_of_the_clocks(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    // A Sunday evening in winter until late on Monday; a week later it is summer.
    let draft = EventDraft {
        title: "Weekend".into(),
        location: Some("Cellar".into()),
        starts_at: "2027-03-21T19:00:00Z".into(),
        ends_at: "2027-03-22T21:00:00Z".into(),
        time_zone: "Europe/Berlin".into(),
        currency: "EUR".into(),
        ..Default::default()
    };
    let event = create_event(&platform, ada, draft).await.unwrap();
    let ticket = TicketTypeEdit {
        name: Some("Normal".into()),
        price: Some(Amount { amount: 1_000, currency: "EUR".into() }),
        sales_end: Some("2027-03-21T17:00:00Z".to_owned()).into(),
        ..Default::default()
    };
    create_ticket_type(&platform, ada, event.id, ticket).await.unwrap();
    let made = repeat_event(&platform, ada, event.id, "FREQ=WEEKLY;COUNT=2", &[]).await.unwrap();
    let later = see_event(&platform, Some(ada), made.items[1].id).await.unwrap();
    assert_eq!(later.starts_at.to_string(), "2027-03-28T18:00:00Z");
    assert_eq!(later.ends_at.to_string(), "2027-03-29T20:00:00Z");
    let tickets = list_ticket_types(&platform, Some(ada), later.id).await.unwrap().items;
    assert_eq!(tickets[0].fields.sales_end.unwrap().to_string(), "2027-03-28T16:00:00Z");
}

pub async fn later_dates_are_moved_by_as_much_unless_they_have_hours_of_their_own(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=20").await;
    let own = EventEdit { ends_at: Some("2026-12-26T23:00:00Z".into()), ..Default::default() };
    edit_event(&platform, ada, made.items[2].id, own).await.unwrap();
    // Half an hour earlier, and for four hours instead of three.
    let edit = FollowingEdit {
        starts_at: Some("2026-12-19T18:30:00Z".into()),
        ends_at: Some("2026-12-19T22:30:00Z".into()),
        ..Default::default()
    };
    let sunday = FollowingEdit {
        starts_at: Some("2026-12-20T18:30:00Z".into()),
        ends_at: Some("2026-12-20T22:30:00Z".into()),
        ..Default::default()
    };
    let refusal = refused(edit_following(&platform, ada, made.items[1].id, sunday).await);
    assert_eq!(refusal.problems()[0].field, "starts_at", "the rule says the days");
    let moved = edit_following(&platform, ada, made.items[1].id, edit).await.unwrap();
    let times = |place: usize| (moved.items[place].starts_at.to_string(), moved.items[place].ends_at.to_string());
    let at = |starts: &str, ends: &str| (starts.to_owned(), ends.to_owned());
    assert_eq!(times(0), at("2026-12-12T19:00:00Z", "2026-12-12T22:00:00Z"), "what comes before stays");
    assert_eq!(times(1), at("2026-12-19T18:30:00Z", "2026-12-19T22:30:00Z"));
    assert_eq!(times(2), at("2026-12-26T19:00:00Z", "2026-12-26T23:00:00Z"), "it ends at an hour of its own");
    assert_eq!(times(3), at("2027-01-02T18:30:00Z", "2027-01-02T22:30:00Z"));
    assert_eq!(times(19), at("2027-04-24T17:30:00Z", "2027-04-24T21:30:00Z"), "in summer, too");
}

pub async fn later_dates_follow_unless_they_say_something_of_their_own(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=5").await;
    let own = EventEdit { capacity: Some(40).into(), title: Some("Jazz for two".into()), ..Default::default() };
    edit_event(&platform, ada, made.items[3].id, own).await.unwrap();
    cancel_event(&platform, ada, made.items[4].id, "Flood.").await.unwrap();
    let edit = FollowingEdit {
        title: Some("Late jazz".into()),
        city: Some("Halle".to_owned()).into(),
        capacity: Some(80).into(),
        version: Some(made.items[1].version),
        ..Default::default()
    };
    edit_following(&platform, ada, made.items[1].id, edit.clone()).await.unwrap();
    let said = |index: usize| {
        let (platform, id) = (platform.clone(), made.items[index].id);
        async move {
            let event = see_event(&platform, Some(ada), id).await.unwrap();
            (event.title, event.capacity.unwrap(), event.city, event.version)
        }
    };
    let halle = || Some("Halle".to_owned());
    assert_eq!(said(0).await, ("Jazz".into(), 100, None, 1), "what is earlier stays");
    assert_eq!(said(1).await, ("Late jazz".into(), 80, halle(), 2));
    assert_eq!(said(2).await, ("Late jazz".into(), 80, halle(), 2));
    assert_eq!(said(3).await, ("Jazz for two".into(), 40, halle(), 3), "its own, where it said something");
    assert_eq!(said(4).await, ("Jazz".into(), 100, None, 2), "what was called off stays");
    assert_eq!(refused(edit_following(&platform, ada, made.items[1].id, edit).await), Refusal::EditedMeanwhile);
    let all = FollowingEdit { title: Some("Jazz".into()), everywhere: true, ..Default::default() };
    edit_following(&platform, ada, made.items[1].id, all).await.unwrap();
    assert_eq!(said(3).await, ("Jazz".into(), 40, halle(), 4), "unless it is asked to follow");
    let from_cancelled = edit_following(&platform, ada, made.items[4].id, FollowingEdit::default()).await;
    assert_eq!(refused(from_cancelled), EventRefusal::Cancelled.into());
}

pub async fn one_date_that_refuses_keeps_all_as_they_were(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=4").await;
    publish_series(&platform, ada, made.items[0].id).await.unwrap();
    // One has a place of its own and needs no other; the rest would be nowhere.
    let online = EventEdit { online_url: Some("https://example.org".to_owned()).into(), ..Default::default() };
    edit_event(&platform, ada, made.items[0].id, online).await.unwrap();
    let nowhere = FollowingEdit { location: None.into(), title: Some("Nowhere".into()), ..Default::default() };
    let refusal = refused(edit_following(&platform, ada, made.items[0].id, nowhere).await);
    let Refusal::Event(EventRefusal::DateRefuses { day, why }) = refusal else { panic!("{refusal:?}") };
    assert_eq!((day.as_str(), why.code()), ("2026-12-19", "not_ready"));
    let now = dates(&platform, ada, made.items[0].id).await;
    assert!(now.items.iter().all(|date| date.title == "Jazz"), "nothing of it was changed");
}

pub async fn drafts_are_published_together_and_called_off_from_one_on(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=4").await;
    let nothing = EventEdit { capacity: None.into(), ..Default::default() };
    edit_event(&platform, ada, made.items[2].id, nothing).await.unwrap();
    let answer = publish_series(&platform, ada, made.items[3].id).await.unwrap();
    assert_eq!(answer.published, [made.items[0].id, made.items[1].id, made.items[3].id]);
    assert_eq!((answer.not_ready.len(), answer.not_ready[0].id), (1, made.items[2].id));
    assert_eq!(answer.not_ready[0].problems[0].code, "tickets_missing");
    assert!(publish_series(&platform, ada, made.items[0].id).await.unwrap().published.is_empty());
    let visitor = see_dates(&platform, None, made.items[0].id).await.unwrap();
    assert_eq!((visitor.items.len(), visitor.rule), (3, None), "the draft is a matter of those who run it");
    assert!(visitor.items.iter().all(|date| date.taken.is_none()));
    let left = cancel_following(&platform, ada, made.items[1].id, "Flood.").await.unwrap();
    let cancelled: Vec<bool> = left.items.iter().map(|date| date.status == EventStatus::Cancelled).collect();
    assert_eq!(cancelled, [false, true, true, true]);
    let told = journal::history_of(&platform, made.items[3].id.0).await.unwrap();
    let told: Vec<_> = told.iter().map(|told| told.message.name()).collect();
    assert_eq!(told, ["event_created", "event_published", "event_cancelled"]);
    let found = find_events(&platform, None, CatalogueQuery::default()).await.unwrap();
    assert_eq!(found.total, 1);
    let again = cancel_following(&platform, ada, made.items[1].id, "Flood.").await;
    assert_eq!(refused(again), EventRefusal::Cancelled.into());
    let silent = cancel_following(&platform, ada, made.items[0].id, " ").await;
    assert_eq!(refused(silent), FieldProblem::refuse("reason", "Say why, for those who wanted to come."));
}

pub async fn whatever_happens_to_dates_at_once_nothing_breaks(platform: Platform, _: HandClock) {
    let ada = organizer(&platform).await;
    for round in 0..4 {
        let made = series(&platform, ada, "FREQ=WEEKLY;COUNT=6").await;
        let id = |index: usize| made.items[index].id;
        let edit = |title: &str| FollowingEdit { title: Some(format!("{title} {round}")), ..Default::default() };
        let single = EventEdit { city: Some("Halle".to_owned()).into(), ..Default::default() };
        let further = LaterEnd { count: Some(9), ..Default::default() };
        let (published, edited, other, one, last, more, skipped, left, cancelled) = tokio::join!(
            publish_series(&platform, ada, id(0)),
            edit_following(&platform, ada, id(1), edit("A")),
            edit_following(&platform, ada, id(0), edit("B")),
            edit_event(&platform, ada, id(4), single.clone()),
            edit_event(&platform, ada, id(5), single),
            extend_series(&platform, ada, id(2), further),
            skip_date(&platform, ada, id(0), &made.items[3].day),
            leave_series(&platform, ada, id(2)),
            cancel_following(&platform, ada, id(5), "Flood."),
        );
        for outcome in [published.map(drop), edited.map(drop), other.map(drop), one.map(drop), last.map(drop)] {
            winners(vec![outcome]);
        }
        winners(vec![more.map(drop), skipped, left.map(drop), cancelled.map(drop)]);
        let now = dates(&platform, ada, id(0)).await;
        assert_eq!(days(&now).into_iter().collect::<BTreeSet<_>>().len(), now.items.len());
    }
}
