//! The road without a broker: messages are handled in this process, straight from the journal.

use std::time::Duration;

use domain::journal;
use domain::outcome::Outcome;
use domain::platform::Platform;
use tokio_util::sync::CancellationToken;

use crate::notifier::{Notifier, Verdict};
use crate::startup;

const BATCH_MAX: i32 = 50;
/// A handler may talk to a mail server for each of a batch.
const LEASE: Duration = Duration::from_secs(120);
/// For entries whose time to be tried again has come, and those of a process that died.
const LOOK_EVERY: Duration = Duration::from_secs(2);
const RETRY_AFTER: Duration = Duration::from_secs(15);

pub async fn run(platform: Platform, notifier: Notifier, stop: CancellationToken) {
    take_over(&platform).await;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = platform.store.something_recorded() => {},
            () = tokio::time::sleep(LOOK_EVERY) => {},
        }
        loop {
            match handle_waiting(&platform, &notifier).await {
                Ok(0) => break,
                Ok(_) if stop.is_cancelled() => return,
                Ok(_) => {}
                Err(failure) => {
                    tracing::error!(reason = startup::explain(&failure), "the journal could not be read");
                    break;
                }
            }
        }
    }
}

/// On SQLite this process is the only one: whatever a killed one had in hand is handled now, not after its lease.
async fn take_over(platform: &Platform) {
    if platform.store.kind() != "sqlite" {
        return;
    }
    match journal::release_leases(platform).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "took over messages that were in hand when the last process ended"),
        Err(failure) => tracing::error!(reason = startup::explain(&failure), "leases could not be taken back"),
    }
}

/// Handles what is waiting now, and answers how much that was.
pub async fn handle_waiting(platform: &Platform, notifier: &Notifier) -> Outcome<usize> {
    let envelopes = journal::claim(platform, BATCH_MAX, LEASE).await?;
    let mut done = Vec::new();
    let mut later = Vec::new();
    for envelope in &envelopes {
        match notifier.handle(envelope).await {
            Verdict::Done => done.push(envelope.id),
            Verdict::GiveUp => {
                tracing::error!(message = %envelope.id, kind = envelope.message.name(), "gave up on a message");
                done.push(envelope.id);
            }
            Verdict::RetryLater => later.push(envelope.id),
        }
    }
    if !done.is_empty() {
        journal::mark_published(platform, done).await?;
    }
    if !later.is_empty() {
        journal::postpone(platform, later, platform.clock.now().plus(RETRY_AFTER)).await?;
    }
    Ok(envelopes.len())
}
