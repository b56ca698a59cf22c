//! Everything that exists in the broker, declared from here by whoever comes first.
//!
//! - exchange `events` (topic): every message, by the routing key `noun.verb`
//! - queue `events`, bound to all of it: for anybody who wants to listen; we only fill it
//! - queue `notifications` (quorum), bound to all of it: our worker's
//! - exchange and queue `events.dead`: what the worker gave up on

use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable, ShortString};
use lapin::{Channel, ExchangeKind};

pub const EXCHANGE: &str = "events";
pub const PUBLIC_QUEUE: &str = "events";
pub const WORKER_QUEUE: &str = "notifications";
pub const DEAD_EXCHANGE: &str = "events.dead";
pub const DEAD_QUEUE: &str = "events.dead";

pub async fn declare(channel: &Channel) -> lapin::Result<()> {
    exchange(channel, EXCHANGE, ExchangeKind::Topic).await?;
    exchange(channel, DEAD_EXCHANGE, ExchangeKind::Fanout).await?;
    queue(channel, DEAD_QUEUE, FieldTable::default()).await?;
    bind(channel, DEAD_QUEUE, DEAD_EXCHANGE).await?;
    queue(channel, PUBLIC_QUEUE, FieldTable::default()).await?;
    bind(channel, PUBLIC_QUEUE, EXCHANGE).await?;
    queue(channel, WORKER_QUEUE, worker_queue_arguments()).await?;
    bind(channel, WORKER_QUEUE, EXCHANGE).await
}

/// Kept on several nodes where there are several, and never lost: what is given up goes to the dead.
fn worker_queue_arguments() -> FieldTable {
    let mut arguments = FieldTable::default();
    let mut set = |key: &str, value: &str| {
        arguments.insert(ShortString::from(key), AMQPValue::LongString(value.into()));
    };
    set("x-queue-type", "quorum");
    set("x-dead-letter-exchange", DEAD_EXCHANGE);
    arguments
}

async fn exchange(channel: &Channel, name: &str, kind: ExchangeKind) -> lapin::Result<()> {
    let options = ExchangeDeclareOptions { durable: true, ..Default::default() };
    channel.exchange_declare(name.into(), kind, options, FieldTable::default()).await
}

async fn queue(channel: &Channel, name: &str, arguments: FieldTable) -> lapin::Result<()> {
    channel.queue_declare(name.into(), QueueDeclareOptions::durable(), arguments).await.map(|_| ())
}

async fn bind(channel: &Channel, queue: &str, exchange: &str) -> lapin::Result<()> {
    channel
        .queue_bind(queue.into(), exchange.into(), "#".into(), QueueBindOptions::default(), FieldTable::default())
        .await
}
