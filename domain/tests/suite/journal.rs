//! The journal as outbox.

use std::collections::BTreeSet;
use std::time::Duration;

use domain::ids::{EntryId, UserId};
use domain::journal;
use domain::message::Message;
use domain::outcome::Failure;
use domain::platform::{HandClock, Platform};
use domain::refusal::Refusal;
use uuid::Uuid;

const LEASE: Duration = Duration::from_secs(30);

async fn fill(platform: &Platform, count: usize) -> Vec<EntryId> {
    platform
        .change(count, |tx, count| {
            Box::pin(async move {
                let mut entries = Vec::new();
                for number in 0..*count {
                    let user_id = UserId(Uuid::from_u128(number as u128));
                    entries.push(journal::record(tx, None, Message::UserCreated { user_id }).await?);
                }
                Ok(entries)
            })
        })
        .await
        .unwrap()
}

pub async fn an_entry_is_written_with_its_change_or_not_at_all(platform: Platform, _: HandClock) {
    let refused = platform
        .change((), |tx, ()| {
            Box::pin(async move {
                journal::record(tx, None, Message::UserPasswordResetRequested { user_id: None }).await?;
                Err::<(), Failure>(Refusal::NotAllowed.into())
            })
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(journal::count_unpublished(&platform).await.unwrap(), 0);
    fill(&platform, 3).await;
    assert_eq!(journal::count_unpublished(&platform).await.unwrap(), 3);
}

pub async fn several_relays_claim_each_entry_exactly_once(platform: Platform, _: HandClock) {
    let recorded: BTreeSet<EntryId> = fill(&platform, 201).await.into_iter().collect();
    let relays = (0..8).map(|_| {
        let platform = platform.clone();
        async move {
            let mut mine = Vec::new();
            loop {
                let claimed = journal::claim(&platform, 10, LEASE).await.unwrap();
                if claimed.is_empty() {
                    return mine;
                }
                assert!(claimed.is_sorted_by_key(|envelope| envelope.id), "a batch comes in order");
                mine.extend(claimed.into_iter().map(|envelope| envelope.id));
            }
        }
    });
    let claimed: Vec<EntryId> = futures::future::join_all(relays).await.into_iter().flatten().collect();
    assert_eq!(claimed.len(), 201);
    assert_eq!(claimed.into_iter().collect::<BTreeSet<_>>(), recorded);
}

pub async fn a_lease_that_ran_out_is_taken_over(platform: Platform, clock: HandClock) {
    fill(&platform, 2).await;
    assert_eq!(journal::claim(&platform, 10, LEASE).await.unwrap().len(), 2);
    assert!(journal::claim(&platform, 10, LEASE).await.unwrap().is_empty());
    clock.turn(LEASE);
    assert_eq!(journal::claim(&platform, 10, LEASE).await.unwrap().len(), 2);
}

pub async fn what_is_published_is_never_claimed_again(platform: Platform, clock: HandClock) {
    let entries = fill(&platform, 4).await;
    journal::claim(&platform, 10, LEASE).await.unwrap();
    journal::mark_published(&platform, entries[..2].to_vec()).await.unwrap();
    let later = platform.clock.now().plus(Duration::from_secs(300));
    journal::postpone(&platform, entries[2..3].to_vec(), later).await.unwrap();
    clock.turn(LEASE);
    let claimed: Vec<_> = journal::claim(&platform, 10, LEASE).await.unwrap().into_iter().map(|e| e.id).collect();
    assert_eq!(claimed, entries[3..]);
    clock.turn(Duration::from_secs(300));
    let claimed: Vec<_> = journal::claim(&platform, 10, LEASE).await.unwrap().into_iter().map(|e| e.id).collect();
    assert_eq!(claimed, entries[2..]);
}
