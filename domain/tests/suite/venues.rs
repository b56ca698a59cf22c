//! Races about venues and their plans, each decided by one statement or one constraint.

use domain::accounts::{Caller, Role};
use domain::events::{EventDraft, EventEdit, create_event, edit_event};
use domain::ids::VenueId;
use domain::journal;
use domain::outcome::{Failure, Outcome};
use domain::platform::{HandClock, Platform};
use domain::refusal::{FieldProblem, Refusal};
use domain::venues::{
    Block, PLAN_VERSIONS_KEPT, PlanDraft, RowLine, RowRule, SavedPlan, SeatRule, SectionDraft, SectionKind, Venue,
    VenueDraft, VenueEdit, WhichPlan, create_venue, delete_venue, edit_venue, lay_block, list_plan_versions, save_plan,
    see_plan, see_venue,
};
use futures::future::join_all;

use crate::support::people::somebody;

async fn organizer(platform: &Platform, name: &str) -> Caller {
    somebody(platform, name, Role::Organizer).await
}

async fn venue(platform: &Platform, caller: Caller) -> Venue {
    let draft =
        VenueDraft { name: "Gym".into(), city: "Leipzig".into(), time_zone: "UTC".into(), ..Default::default() };
    create_venue(platform, caller, draft).await.unwrap()
}

/// Two curved rows of so many seats each, and room to stand.
fn plan(seats: usize) -> PlanDraft {
    let first = RowLine { x: 5_000, y: 2_000, spacing: 60, rotation: 0, radius: Some(4_000) };
    let block = Block { first, rows: 2, seats, more_seats: 0, depth: 100 };
    let rows = lay_block(block, RowRule::default(), SeatRule::default()).unwrap();
    let stalls = SectionDraft { name: "Stalls".into(), rows, ..Default::default() };
    let capacity = Some(80);
    let floor = SectionDraft { name: "Floor".into(), kind: SectionKind::Standing, capacity, ..Default::default() };
    PlanDraft { sections: vec![stalls, floor], ..Default::default() }
}

async fn newest(platform: &Platform, venue_id: VenueId) -> SavedPlan {
    see_plan(platform, venue_id, WhichPlan::default()).await.unwrap()
}

/// How many succeeded; everybody else was refused like this.
#[track_caller]
fn winners<T>(outcomes: &[Outcome<T>], expected: &Refusal) -> usize {
    for failure in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        let Failure::Refused(refusal) = failure else { panic!("{failure:?}") };
        assert_eq!(refusal, expected);
    }
    outcomes.iter().filter(|outcome| outcome.is_ok()).count()
}

fn concert(venue_id: VenueId) -> EventDraft {
    EventDraft {
        title: "Concert".into(),
        venue_id: Some(venue_id),
        starts_at: "2026-12-12T18:00:00Z".into(),
        ends_at: "2026-12-12T20:00:00Z".into(),
        time_zone: "Europe/Berlin".into(),
        currency: "EUR".into(),
        ..Default::default()
    }
}

pub async fn what_is_added_is_what_was_asked_for(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let added = venue(&platform, ada).await;
    let expected = Venue {
        id: added.id,
        name: "Gym".into(),
        address: String::new(),
        city: "Leipzig".into(),
        time_zone: "UTC".into(),
        club_id: None,
        club_name: None,
        plan: None,
        created_at: platform.clock.now(),
        looks_after_it: true,
        version: 1,
    };
    assert_eq!(added, expected);
    assert_eq!(see_venue(&platform, Some(ada), added.id).await.unwrap(), expected);
    save_plan(&platform, ada, added.id, plan(3)).await.unwrap();
    delete_venue(&platform, ada, added.id).await.unwrap();
    let told = journal::history_of(&platform, added.id.0).await.unwrap();
    let names: Vec<_> = told.iter().map(|envelope| envelope.message.name()).collect();
    assert_eq!(names, ["venue_created", "plan_saved", "venue_deleted"]);
}

pub async fn a_plan_comes_back_as_it_was_saved(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let venue = venue(&platform, ada).await;
    let saved = save_plan(&platform, ada, venue.id, plan(40)).await.unwrap();
    assert_eq!(newest(&platform, venue.id).await, saved);
    assert_eq!((saved.facts.version, saved.facts.seats, saved.facts.standing), (1, 80, 80));
    assert_eq!(see_venue(&platform, None, venue.id).await.unwrap().plan, Some(saved.facts));
    let again = save_plan(&platform, ada, venue.id, saved.plan.clone().into()).await.unwrap();
    assert_eq!(again, saved, "saving what stands there is no new version");
    let anew =
        save_plan(&platform, ada, venue.id, PlanDraft::from(saved.plan.clone()).for_another_venue()).await.unwrap();
    assert_eq!((anew.facts.version, anew.facts.seats), (2, 80));
    assert_ne!(anew.plan, saved.plan, "new seats have new ids");
}

pub async fn of_many_who_save_a_plan_one_makes_the_next_version(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let venue = venue(&platform, ada).await;
    for version in 0..3 {
        let all = (1..9).map(|seats| {
            let draft = PlanDraft { version: Some(version), ..plan(seats + 10) };
            save_plan(&platform, ada, venue.id, draft)
        });
        let outcomes = join_all(all).await;
        assert_eq!(winners(&outcomes, &Refusal::EditedMeanwhile), 1);
        let won = outcomes.into_iter().find_map(Result::ok).unwrap();
        assert_eq!(newest(&platform, venue.id).await, won);
        assert_eq!(won.facts.version, version + 1);
    }
}

pub async fn everybody_who_overwrites_makes_a_version_of_their_own(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let venue = venue(&platform, ada).await;
    let all = join_all((1..=6).map(|seats| save_plan(&platform, ada, venue.id, plan(seats)))).await;
    let mut versions: Vec<i64> = all.into_iter().map(|saved| saved.unwrap().facts.version).collect();
    versions.sort_unstable();
    assert_eq!(versions, [1, 2, 3, 4, 5, 6]);
    assert_eq!(list_plan_versions(&platform, ada, venue.id).await.unwrap().total, 6);
}

pub async fn one_of_many_edits_of_a_venue_wins(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let venue = venue(&platform, ada).await;
    let all = (0..10).map(|number| {
        let edit = VenueEdit { name: Some(format!("Gym {number}")), version: Some(1), ..Default::default() };
        edit_venue(&platform, ada, venue.id, edit)
    });
    assert_eq!(winners(&join_all(all).await, &Refusal::EditedMeanwhile), 1);
    assert_eq!(see_venue(&platform, None, venue.id).await.unwrap().version, 2);
}

pub async fn a_venue_is_deleted_or_taken_but_never_both(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    for _ in 0..10 {
        let venue = venue(&platform, ada).await;
        let other = create_event(&platform, ada, EventDraft { venue_id: None, ..concert(venue.id) }).await.unwrap();
        let edit = EventEdit { venue_id: Some(venue.id).into(), ..Default::default() };
        let (deleted, created, edited) = tokio::join!(
            delete_venue(&platform, ada, venue.id),
            create_event(&platform, ada, concert(venue.id)),
            edit_event(&platform, ada, other.id, edit),
        );
        let gone = FieldProblem::refuse("venue_id", "There is no such venue.");
        let taken = winners(&[created, edited], &gone);
        match deleted {
            Ok(()) => assert_eq!(taken, 0),
            Err(Failure::Refused(Refusal::VenueInUse { events })) => {
                assert!(events >= 1 && taken == 2, "what is not deleted can be taken");
            }
            Err(failure) => panic!("{failure:?}"),
        }
    }
}

pub async fn a_version_that_is_being_taken_is_not_forgotten(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    let venue = venue(&platform, ada).await;
    let first = save_plan(&platform, ada, venue.id, plan(1)).await.unwrap();
    for seats in 2..=PLAN_VERSIONS_KEPT {
        save_plan(&platform, ada, venue.id, plan(usize::try_from(seats).unwrap())).await.unwrap();
    }
    let taking = EventDraft { plan_id: Some(first.facts.id), ..concert(venue.id) };
    let (taken, saved) =
        tokio::join!(create_event(&platform, ada, taking), save_plan(&platform, ada, venue.id, plan(20)));
    saved.unwrap();
    let which = WhichPlan { plan_id: Some(first.facts.id), version: None };
    let kept = see_plan(&platform, venue.id, which).await;
    match taken {
        Ok(event) => {
            assert_eq!(event.plan_id, Some(first.facts.id));
            assert_eq!(kept.unwrap(), first);
        }
        Err(failure) => {
            let gone = FieldProblem::refuse("plan_id", "This venue has no such plan.");
            assert_eq!(winners::<()>(&[Err(failure)], &gone), 0);
            assert!(kept.is_err());
        }
    }
}

pub async fn a_plan_is_not_saved_at_a_venue_that_is_gone(platform: Platform, _: HandClock) {
    let ada = organizer(&platform, "ada").await;
    for _ in 0..5 {
        let venue = venue(&platform, ada).await;
        let (deleted, saved) =
            tokio::join!(delete_venue(&platform, ada, venue.id), save_plan(&platform, ada, venue.id, plan(5)));
        deleted.unwrap();
        // Whoever was first: it is gone, and nobody sees a plan of it.
        assert!(winners(&[saved], &Refusal::NotFound) <= 1);
        assert!(see_plan(&platform, venue.id, WhichPlan::default()).await.is_err());
    }
}
