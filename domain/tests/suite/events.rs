//! Races about events, each decided by one statement or one constraint.

use domain::accounts::{Caller, Role};
use domain::events::{
    Amount, CategoryEdit, Event, EventDraft, EventEdit, EventStatus, SESSIONS_MAX, SessionEdit, TicketTypeEdit,
    cancel_event, create_category, create_event, create_event_session, create_ticket_type, delete_category,
    delete_event, delete_ticket_type, edit_category, edit_event, edit_event_session, edit_ticket_type, list_categories,
    list_event_sessions, list_ticket_types, publish_event, see_event,
};
use domain::ids::EventId;
use domain::journal;
use domain::outcome::{Failure, Outcome};
use domain::platform::{HandClock, Platform};
use domain::refusal::{EventRefusal, FieldProblem, Refusal};
use futures::future::join_all;
use futures::stream::{self, StreamExt as _};

use crate::support::people::somebody;

/// How many succeeded; everybody else was refused like this.
#[track_caller]
fn winners<T>(outcomes: &[Outcome<T>], expected: &[Refusal]) -> usize {
    for failure in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        let Failure::Refused(refusal) = failure else { panic!("{failure:?}") };
        assert!(expected.contains(refusal), "{refusal:?}");
    }
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}

async fn organizer(platform: &Platform, name: &str) -> Caller {
    somebody(platform, name, Role::Organizer).await
}

/// Everything an event needs to be published, three weeks after the clock starts.
fn draft(title: &str) -> EventDraft {
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

async fn messages(platform: &Platform, event_id: EventId) -> Vec<&'static str> {
    let history = journal::history_of(platform, event_id.0).await.unwrap();
    history.iter().map(|envelope| envelope.message.name()).collect()
}

async fn admin(platform: &Platform) -> Caller {
    somebody(platform, "admin", Role::Admin).await
}

pub async fn one_of_many_wins_the_name_of_a_category(platform: Platform, _: HandClock) {
    let admin = admin(&platform).await;
    let other = create_category(&platform, admin, "Film").await.unwrap();
    let names = ["Žižkov", "ŽIŽKOV", "žižkov"];
    let created = (0..9).map(|number| create_category(&platform, admin, names[number % 3]));
    let rename = CategoryEdit { name: Some("ŽiŽkov".into()), version: None };
    let (created, renamed) = tokio::join!(join_all(created), edit_category(&platform, admin, other.id, rename));
    let outcomes: Vec<_> = created.into_iter().chain([renamed]).collect();
    assert_eq!(winners(&outcomes, &[Refusal::Event(EventRefusal::CategoryNameTaken)]), 1);
    let all = list_categories(&platform).await.unwrap();
    assert_eq!(all.items.iter().filter(|category| category.name.to_lowercase() == "žižkov").count(), 1);
}

pub async fn what_is_put_on_is_what_was_asked_for(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let category = create_category(&platform, admin(&platform).await, "Music").await.unwrap();
    let asked = EventDraft {
        category_id: Some(category.id),
        description: "Brass\r\nand cake".into(),
        city: Some("Leipzig".into()),
        online_url: Some("https://meet.example.org".into()),
        ..draft("Concert")
    };
    let event = create_event(&platform, ada, asked).await.unwrap();
    let expected = Event {
        id: event.id,
        status: EventStatus::Draft,
        title: "Concert".into(),
        description: "Brass\nand cake".into(),
        category_id: Some(category.id),
        category_name: Some("Music".into()),
        club_id: None,
        club_name: None,
        venue_id: None,
        venue_name: None,
        venue_address: None,
        venue_city: None,
        plan_id: None,
        location: Some("Town hall".into()),
        city: Some("Leipzig".into()),
        online: true,
        online_url: Some("https://meet.example.org".into()),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        time_zone: "Europe/Berlin".into(),
        currency: domain::money::Currency::Eur,
        capacity: Some(100),
        members_only: false,
        cancel_reason: None,
        picture_id: None,
        created_by: Some(ada.user_id),
        created_at: platform.clock.now(),
        published_at: None,
        series_id: None,
        runs_it: true,
        version: 1,
    };
    assert_eq!(event, expected);
    assert_eq!(see_event(&platform, Some(ada), event.id).await.unwrap(), expected);
    assert_eq!(messages(&platform, event.id).await, ["event_created"]);
}

pub async fn one_of_many_edits_of_an_event_wins(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let event = create_event(&platform, ada, draft("Concert")).await.unwrap();
    let all = (0..10).map(|number| {
        let edit = EventEdit { title: Some(format!("Title {number}")), version: Some(1), ..Default::default() };
        edit_event(&platform, ada, event.id, edit)
    });
    assert_eq!(winners(&join_all(all).await, &[Refusal::EditedMeanwhile]), 1);
    assert_eq!(see_event(&platform, Some(ada), event.id).await.unwrap().version, 2);
    // Without a version each comes after the other, and nothing is lost.
    let title = EventEdit { title: Some("Spring".into()), ..Default::default() };
    let city = EventEdit { city: Some("Halle".to_owned()).into(), ..Default::default() };
    let (first, second) =
        tokio::join!(edit_event(&platform, ada, event.id, title), edit_event(&platform, ada, event.id, city));
    assert_eq!(winners(&[first, second], &[]), 2);
    let now = see_event(&platform, Some(ada), event.id).await.unwrap();
    assert_eq!((now.title.as_str(), now.city.as_deref(), now.version), ("Spring", Some("Halle"), 4));
}

pub async fn an_event_is_published_once_and_a_cancelled_one_stays_cancelled(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    for round in 0..10 {
        let event = create_event(&platform, ada, draft(&format!("Concert {round}"))).await.unwrap();
        let (first, second, cancelled, deleted) = tokio::join!(
            publish_event(&platform, ada, event.id),
            publish_event(&platform, ada, event.id),
            cancel_event(&platform, ada, event.id, "Rain."),
            delete_event(&platform, ada, event.id),
        );
        let gone = deleted.is_ok();
        let refusals = [
            Refusal::Event(EventRefusal::Published),
            Refusal::Event(EventRefusal::Cancelled),
            Refusal::Event(EventRefusal::NotDraft),
            Refusal::NotFound,
        ];
        let published = winners(&[first, second], &refusals);
        assert!(published <= 1);
        assert_eq!(cancelled.is_ok(), !gone, "whatever came before, it is cancelled or gone");
        let told = messages(&platform, event.id).await;
        if gone {
            assert_eq!(told, ["event_created", "event_deleted"]);
        } else {
            let now = see_event(&platform, Some(ada), event.id).await.unwrap();
            assert_eq!(now.status, EventStatus::Cancelled);
            assert_eq!(now.published_at.is_some(), published == 1);
            assert_eq!(told.len(), 2 + published);
        }
    }
}

pub async fn a_category_is_taken_or_deleted_but_never_both(platform: Platform, _: HandClock) {
    let (ada, admin) = (organizer(&platform, "ada").await, admin(&platform).await);
    for round in 0..10 {
        let category = create_category(&platform, admin, &format!("Kind {round}")).await.unwrap();
        let other = create_event(&platform, ada, draft("Other")).await.unwrap();
        let taking = EventDraft { category_id: Some(category.id), ..draft("Concert") };
        let edit = EventEdit { category_id: Some(category.id).into(), ..Default::default() };
        let (deleted, created, edited) = tokio::join!(
            delete_category(&platform, admin, category.id),
            create_event(&platform, ada, taking),
            edit_event(&platform, ada, other.id, edit),
        );
        let taken = winners(&[created, edited], &[FieldProblem::refuse("category_id", "There is no such category.")]);
        let left = list_categories(&platform).await.unwrap().items;
        let left = left.into_iter().find(|found| found.id == category.id);
        match deleted {
            Ok(()) => assert_eq!((taken, left), (0, None)),
            Err(Failure::Refused(Refusal::Event(EventRefusal::CategoryInUse { events }))) => {
                assert!(events >= 1 && left.unwrap().events == i64::try_from(taken).unwrap());
            }
            Err(failure) => panic!("{failure:?}"),
        }
    }
}

pub async fn sessions_at_once_never_share_a_room(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let event = create_event(&platform, ada, draft("Conference")).await.unwrap();
    let talk = |from: usize, to: usize, room: &str| SessionEdit {
        title: Some("Talk".into()),
        starts_at: Some(format!("2026-12-12T18:{from:02}:00Z")),
        ends_at: Some(format!("2026-12-12T18:{to:02}:00Z")),
        room: Some(room.to_owned()).into(),
        ..Default::default()
    };
    let taken = [EventRefusal::RoomTaken { by: "Talk".into() }.into()];
    for round in 0..5 {
        let room = format!("Room {round}");
        let other = create_event_session(&platform, ada, event.id, talk(0, 20, "Elsewhere")).await;
        let other = other.unwrap_or_else(|_| panic!("round {round}"));
        let moved = SessionEdit { room: Some(room.clone()).into(), ..Default::default() };
        let (created, moved) = tokio::join!(
            join_all((0..6).map(|minute| create_event_session(
                &platform,
                ada,
                event.id,
                talk(minute, minute + 10, &room)
            ))),
            edit_event_session(&platform, ada, event.id, other.id, moved),
        );
        let outcomes: Vec<_> = created.into_iter().chain([moved]).collect();
        assert_eq!(winners(&outcomes, &taken), 1);
        let away = SessionEdit { room: domain::edit::Edit::Clear, ..Default::default() };
        edit_event_session(&platform, ada, event.id, other.id, away).await.unwrap();
    }
}

pub async fn an_event_has_no_more_sessions_than_it_may(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let event = create_event(&platform, ada, draft("Conference")).await.unwrap();
    let talk = SessionEdit {
        title: Some("Talk".into()),
        starts_at: Some("2026-12-12T18:00:00Z".into()),
        ends_at: Some("2026-12-12T19:00:00Z".into()),
        ..Default::default()
    };
    let all = (0..SESSIONS_MAX + 3).map(|_| create_event_session(&platform, ada, event.id, talk.clone()));
    // A few at once: how long hundreds would wait for a connection is a matter of the machine.
    let answers: Vec<_> = stream::iter(all).buffer_unordered(20).collect().await;
    assert_eq!(winners(&answers, &[EventRefusal::TooManySessions.into()]), 500);
    assert_eq!(list_event_sessions(&platform, Some(ada), event.id).await.unwrap().total, 500);
}

pub async fn a_published_event_keeps_its_last_ticket_type(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let asked = EventDraft { capacity: None, ..draft("Concert") };
    let event = create_event(&platform, ada, asked).await.unwrap();
    let ticket = TicketTypeEdit {
        name: Some("Normal".into()),
        price: Some(Amount { amount: 1500, currency: "EUR".into() }),
        ..Default::default()
    };
    let first = create_ticket_type(&platform, ada, event.id, ticket.clone()).await.unwrap();
    let second = create_ticket_type(&platform, ada, event.id, ticket).await.unwrap();
    let rename = TicketTypeEdit { name: Some("Early".into()), version: Some(1), ..Default::default() };
    let (one, another, published) = tokio::join!(
        delete_ticket_type(&platform, ada, event.id, first.id),
        delete_ticket_type(&platform, ada, event.id, second.id),
        publish_event(&platform, ada, event.id),
    );
    let left = list_ticket_types(&platform, Some(ada), event.id).await.unwrap().total;
    let gone = [one.is_ok(), another.is_ok()].into_iter().filter(|gone| *gone).count();
    assert_eq!(usize::try_from(left).unwrap(), 2 - gone);
    assert!(published.is_err() || left >= 1, "nothing is published that nobody can have");
    if left == 2 {
        let both = (0..2).map(|_| edit_ticket_type(&platform, ada, event.id, first.id, rename.clone()));
        assert_eq!(winners(&join_all(both).await, &[Refusal::EditedMeanwhile]), 1);
    }
}
