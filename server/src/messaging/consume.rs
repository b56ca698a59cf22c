//! The worker's side: take a message, let the notifier judge, tell the broker. Only this file turns a verdict into
//! what AMQP calls it.

use std::time::Duration;

use domain::message::Envelope;
use futures::StreamExt as _;
use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicCancelOptions, BasicConsumeOptions, BasicNackOptions, BasicQosOptions};
use lapin::types::FieldTable;
use tokio_util::sync::CancellationToken;

use super::connection::{self, Link};
use super::{RoadWatch, topology};
use crate::notifier::{Notifier, Verdict};

/// Messages in hand at once: enough to keep a mail server busy, few enough to be finished when asked to stop.
const PREFETCH: u16 = 20;
const CONSUMER_TAG: &str = "foyer-worker";
/// A message that cannot be handled yet goes back after this pause, so that it does not spin.
const RETRY_PAUSE: Duration = Duration::from_secs(5);

pub struct Consumer {
    notifier: Notifier,
    url: String,
    watch: RoadWatch,
}

impl Consumer {
    pub fn new(notifier: Notifier, url: String, watch: RoadWatch) -> Self {
        Self { notifier, url, watch }
    }

    pub async fn run(self, stop: CancellationToken) {
        while let Some(link) = connection::connect(&self.url, "foyer worker", &self.watch, &stop).await {
            if let Err(error) = self.consume_until_broken(&link, &stop).await {
                tracing::warn!(error = error.to_string(), "the connection to the broker broke");
            }
        }
    }

    async fn consume_until_broken(&self, link: &Link, stop: &CancellationToken) -> lapin::Result<()> {
        let channel = &link.channel;
        channel.basic_qos(PREFETCH, BasicQosOptions::default()).await?;
        let deliveries = channel
            .basic_consume(
                topology::WORKER_QUEUE.into(),
                CONSUMER_TAG.into(),
                BasicConsumeOptions::default(),
                FieldTable::default(),
            )
            .await?;
        let finish_in_hand = async {
            stop.cancelled().await;
            // The stream ends after what was delivered already.
            let _ = channel.basic_cancel(CONSUMER_TAG.into(), BasicCancelOptions::default()).await;
            std::future::pending::<()>().await;
        };
        let work = deliveries.for_each_concurrent(usize::from(PREFETCH), |delivery| async {
            match delivery {
                Ok(delivery) => self.take(delivery).await,
                Err(error) => tracing::warn!(error = error.to_string(), "a delivery was broken"),
            }
        });
        tokio::select! {
            () = work => Ok(()),
            () = finish_in_hand => Ok(()),
        }
    }

    async fn take(&self, delivery: Delivery) {
        let verdict = match serde_json::from_slice::<Envelope>(&delivery.data) {
            Ok(envelope) => self.notifier.handle(&envelope).await,
            Err(error) => {
                // One message that nobody can read must not stop the others.
                tracing::error!(error = error.to_string(), "a message could not be read");
                Verdict::GiveUp
            }
        };
        metrics::counter!("foyer_messages_handled_total", "verdict" => name(verdict)).increment(1);
        let told = match verdict {
            Verdict::Done => delivery.acker.ack(BasicAckOptions::default()).await,
            Verdict::GiveUp => delivery.acker.nack(BasicNackOptions { requeue: false, ..Default::default() }).await,
            Verdict::RetryLater => {
                tokio::time::sleep(RETRY_PAUSE).await;
                delivery.acker.nack(BasicNackOptions { requeue: true, ..Default::default() }).await
            }
        };
        if let Err(error) = told {
            // The broker gives it out again, and the ledger knows it.
            tracing::warn!(error = error.to_string(), "the broker could not be told about a message");
        }
    }
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Done => "done",
        Verdict::RetryLater => "retry_later",
        Verdict::GiveUp => "give_up",
    }
}
