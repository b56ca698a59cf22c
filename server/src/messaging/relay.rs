//! The relay takes what the journal recorded and publishes it: persistent, in order, and marked as published only
//! once the broker has confirmed that it keeps it. Several servers may run one each; they share the work by leases.

use std::time::Duration;

use domain::ids::EntryId;
use domain::journal;
use domain::message::Envelope;
use domain::platform::Platform;
use lapin::options::{BasicPublishOptions, ConfirmSelectOptions};
use lapin::{BasicProperties, Channel, Confirmation};
use tokio_util::sync::CancellationToken;

use super::connection::{self, Link};
use super::{RoadWatch, topology};
use crate::startup;

const BATCH_MAX: i32 = 200;
const LEASE: Duration = Duration::from_secs(30);
/// For entries recorded by other servers, and by those that died before they told.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const PERSISTENT: u8 = 2;

pub struct Relay {
    platform: Platform,
    url: String,
    watch: RoadWatch,
}

impl Relay {
    pub fn new(platform: Platform, url: String, watch: RoadWatch) -> Self {
        Self { platform, url, watch }
    }

    pub async fn run(self, stop: CancellationToken) {
        while let Some(link) = connection::connect(&self.url, "foyer relay", &self.watch, &stop).await {
            if let Err(error) = self.publish_until_broken(&link, &stop).await {
                tracing::warn!(error = error.to_string(), "the connection to the broker broke");
            }
        }
    }

    async fn publish_until_broken(&self, link: &Link, stop: &CancellationToken) -> lapin::Result<()> {
        link.channel.confirm_select(ConfirmSelectOptions::default()).await?;
        while link.is_up() {
            loop {
                match self.publish_waiting(&link.channel).await? {
                    0 => break,
                    _ if stop.is_cancelled() => return Ok(()),
                    _ => {}
                }
            }
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                () = self.platform.store.something_recorded() => {},
                () = tokio::time::sleep(LOOK_EVERY) => {},
            }
        }
        Ok(())
    }

    /// Publishes a batch and answers how many entries it had. A broken connection leaves them to their lease.
    async fn publish_waiting(&self, channel: &Channel) -> lapin::Result<usize> {
        let envelopes = match journal::claim(&self.platform, BATCH_MAX, LEASE).await {
            Ok(envelopes) => envelopes,
            Err(failure) => {
                tracing::error!(reason = startup::explain(&failure), "the journal could not be read");
                return Ok(0);
            }
        };
        let mut confirms = Vec::with_capacity(envelopes.len());
        for envelope in &envelopes {
            confirms.push((envelope.id, publish(channel, envelope).await?));
        }
        let mut kept: Vec<EntryId> = Vec::new();
        let mut returned: Vec<EntryId> = Vec::new();
        for (entry, confirm) in confirms {
            match confirm.await? {
                Confirmation::Ack(None) => kept.push(entry),
                // Acknowledged and given back at once: there was no queue for it.
                Confirmation::Ack(Some(_)) | Confirmation::Nack(_) | Confirmation::NotRequested => returned.push(entry),
            }
        }
        self.note(kept, returned).await;
        Ok(envelopes.len())
    }

    async fn note(&self, kept: Vec<EntryId>, returned: Vec<EntryId>) {
        metrics::counter!("foyer_messages_published_total").increment(kept.len() as u64);
        if !kept.is_empty()
            && let Err(failure) = journal::mark_published(&self.platform, kept).await
        {
            // They are published again after the lease: consumers know them by their id.
            tracing::error!(reason = startup::explain(&failure), "published messages could not be marked");
        }
        if !returned.is_empty() {
            tracing::error!(count = returned.len(), "the broker did not keep messages; they are published again later");
            let until = self.platform.clock.now().plus(LEASE);
            if let Err(failure) = journal::postpone(&self.platform, returned, until).await {
                tracing::error!(reason = startup::explain(&failure), "returned messages could not be postponed");
            }
        }
    }
}

async fn publish(channel: &Channel, envelope: &Envelope) -> lapin::Result<lapin::PublisherConfirm> {
    let body = serde_json::to_vec(envelope).unwrap_or_default();
    let properties = BasicProperties::default()
        .with_delivery_mode(PERSISTENT)
        .with_content_type("application/json".into())
        .with_message_id(envelope.id.to_string().into())
        .with_type(envelope.message.name().into());
    let options = BasicPublishOptions { mandatory: true, ..Default::default() };
    channel
        .basic_publish(topology::EXCHANGE.into(), envelope.message.routing_key().into(), options, &body, properties)
        .await
}
