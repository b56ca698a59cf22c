//! Transactions, whether they run alone or together.

use domain::ids::{EntryId, UserId};
use domain::journal;
use domain::message::Message;
use domain::outcome::{Failure, Fault, Outcome};
use domain::platform::{HandClock, Platform};
use domain::refusal::Refusal;
use uuid::Uuid;

const NOBODY: UserId = UserId(Uuid::nil());

async fn record(platform: &Platform, then: Then) -> Outcome<EntryId> {
    platform
        .change(then, |tx, then| {
            Box::pin(async move {
                if *then == Then::RefuseFirst {
                    return Err(Refusal::NotFound.into());
                }
                let entry = journal::record(tx, None, Message::UserCreated { user_id: NOBODY }).await?;
                match then {
                    Then::Succeed | Then::RefuseFirst => Ok(entry),
                    Then::Refuse => Err(Refusal::NotFound.into()),
                    Then::Fail => Err(Fault::new("on purpose").into()),
                    Then::Panic => panic!("on purpose"),
                }
            })
        })
        .await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Succeed,
    RefuseFirst,
    Refuse,
    Fail,
    Panic,
}

async fn entries(platform: &Platform) -> usize {
    journal::history_of(platform, NOBODY.0).await.unwrap().len()
}

pub async fn a_refused_change_leaves_nothing_behind(platform: Platform, _: HandClock) {
    for then in [Then::RefuseFirst, Then::Refuse] {
        assert!(matches!(record(&platform, then).await, Err(Failure::Refused(Refusal::NotFound))));
    }
    assert!(matches!(record(&platform, Then::Fail).await, Err(Failure::Fault(_))));
    assert_eq!(entries(&platform).await, 0);
}

pub async fn a_change_that_fails_after_writing_spoils_nobody_elses(platform: Platform, _: HandClock) {
    let kinds = [Then::Succeed, Then::Refuse, Then::Succeed, Then::Fail, Then::RefuseFirst];
    let all = (0..200).map(|index| record(&platform, kinds[index % kinds.len()]));
    let outcomes = futures::future::join_all(all).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 80);
    assert_eq!(entries(&platform).await, 80);
}

pub async fn a_panic_in_one_change_is_a_fault_of_that_change_only(platform: Platform, _: HandClock) {
    let panics = platform.store.kind() == "sqlite";
    if panics {
        let (spoiled, fine) = tokio::join!(record(&platform, Then::Panic), record(&platform, Then::Succeed));
        assert!(matches!(spoiled, Err(Failure::Fault(_))));
        fine.unwrap();
    } else {
        let inner = platform.clone();
        assert!(tokio::spawn(async move { record(&inner, Then::Panic).await }).await.is_err());
        record(&platform, Then::Succeed).await.unwrap();
    }
    record(&platform, Then::Succeed).await.unwrap();
    assert_eq!(entries(&platform).await, 2);
}

pub async fn many_changes_at_once_all_happen_exactly_once(platform: Platform, _: HandClock) {
    let all = (0..500).map(|_| record(&platform, Then::Succeed));
    let mut ids: Vec<EntryId> = futures::future::join_all(all).await.into_iter().map(Result::unwrap).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 500);
    assert_eq!(entries(&platform).await, 500);
}

pub async fn a_reading_connection_cannot_write(platform: Platform, _: HandClock) {
    let mut tx = platform.read().await.unwrap();
    assert!(journal::record(&mut tx, None, Message::UserCreated { user_id: NOBODY }).await.is_err());
    drop(tx);
    assert_eq!(entries(&platform).await, 0);
}
