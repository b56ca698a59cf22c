//! Notices to browsers that are not open: taken from where they wait, sealed for one browser, handed to the server of
//! the browser's maker. Runs beside the notifier, which only queues them: a maker's server that is away for hours
//! must not hold up a mail, and no more the notices of those whose browser somebody else made.

mod resting;
mod seal;
mod send;

use std::time::Duration;

use domain::notifications::{DuePush, PushResult, claim_pushes, settle_push};
use domain::outcome::Outcome;
use domain::platform::Platform;
use futures::future::join_all;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::startup;

pub use seal::seal;
pub use send::Carrier;

/// For those whose time to be tried again has come.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// On their way at once: each waits for somebody else's server.
const AT_ONCE_MAX: usize = 20;

#[derive(Clone)]
pub struct PushSender {
    platform: Platform,
    carrier: Carrier,
}

impl PushSender {
    pub fn new(platform: &Platform) -> Result<Self, String> {
        Ok(Self { platform: platform.clone(), carrier: Carrier::new()? })
    }

    /// Takes as many as there is room for, and finishes what is on its way when it is stopped.
    pub async fn run(self, stop: CancellationToken) {
        let mut on_their_way = JoinSet::new();
        while !stop.is_cancelled() {
            while on_their_way.try_join_next().is_some() {}
            let more_wait = match self.take(AT_ONCE_MAX - on_their_way.len(), &mut on_their_way).await {
                Ok(looked_at) => looked_at > 0,
                Err(failure) => {
                    tracing::error!(reason = startup::explain(&failure), "pushes could not be read");
                    false
                }
            };
            let is_full = on_their_way.len() >= AT_ONCE_MAX;
            if more_wait && !is_full {
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                Some(_) = on_their_way.join_next(), if is_full => {}
                () = tokio::time::sleep(LOOK_EVERY), if !is_full => {}
            }
        }
        while on_their_way.join_next().await.is_some() {}
    }

    async fn take(&self, room: usize, on_their_way: &mut JoinSet<()>) -> Outcome<usize> {
        let claimed = claim_pushes(&self.platform, i32::try_from(room).unwrap_or(1)).await?;
        for due in claimed.due {
            let sender = self.clone();
            on_their_way.spawn(async move { sender.send(due).await });
        }
        Ok(claimed.looked_at)
    }

    /// Sends what is due now, and answers how much was looked at.
    pub async fn send_due(&self) -> Outcome<usize> {
        let claimed = claim_pushes(&self.platform, i32::try_from(AT_ONCE_MAX).unwrap_or(1)).await?;
        join_all(claimed.due.into_iter().map(|due| self.send(due))).await;
        Ok(claimed.looked_at)
    }

    /// Noted as soon as it is known: what was sent and not noted is sent again.
    async fn send(&self, due: DuePush) {
        let result = self.carrier.hand_over(&self.platform, &due).await;
        metrics::counter!("foyer_pushes_total", "result" => name(result)).increment(1);
        if let Err(failure) = settle_push(&self.platform, due, result).await {
            tracing::error!(reason = startup::explain(&failure), "what became of a push could not be noted");
        }
    }
}

fn name(result: PushResult) -> &'static str {
    match result {
        PushResult::Taken => "taken",
        PushResult::Refused => "refused",
        PushResult::DeviceGone => "device_gone",
        PushResult::NotNow(_) => "not_now",
    }
}
