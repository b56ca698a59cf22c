//! Notices to browsers that are not open: taken from where they wait, sealed for one browser, handed to the server of
//! the browser's maker. Runs beside the notifier, which only queues them: a maker's server that is away for hours
//! must not hold up a mail.

mod seal;
mod send;

use std::time::Duration;

use domain::notifications::{DuePush, PushResult, claim_pushes, settle_pushes};
use domain::outcome::Outcome;
use domain::platform::Platform;
use futures::future::join_all;
use tokio_util::sync::CancellationToken;

use crate::startup;

pub use seal::seal;
pub use send::Carrier;

/// For those whose time to be tried again has come.
const LOOK_EVERY: Duration = Duration::from_secs(2);

#[derive(Clone)]
pub struct PushSender {
    platform: Platform,
    carrier: Carrier,
}

impl PushSender {
    pub fn new(platform: &Platform) -> Result<Self, String> {
        Ok(Self { platform: platform.clone(), carrier: Carrier::new()? })
    }

    pub async fn run(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            match self.send_due().await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(failure) => tracing::error!(reason = startup::explain(&failure), "pushes could not be read"),
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(LOOK_EVERY) => {},
            }
        }
    }

    /// Sends what is due now, and answers how much that was.
    pub async fn send_due(&self) -> Outcome<usize> {
        let due = claim_pushes(&self.platform).await?;
        let count = due.len();
        let results = join_all(due.into_iter().map(|due| self.send(due))).await;
        if count > 0 {
            settle_pushes(&self.platform, results).await?;
        }
        Ok(count)
    }

    async fn send(&self, due: DuePush) -> (DuePush, PushResult) {
        let result = self.carrier.hand_over(&self.platform, &due).await;
        metrics::counter!("foyer_pushes_total", "result" => name(result)).increment(1);
        (due, result)
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
