//! A connection to the broker, rebuilt for as long as it takes: a broker that is away costs nothing but delay.

use std::time::Duration;

use lapin::{Channel, Connection, ConnectionProperties};
use tokio_util::sync::CancellationToken;

use super::{RoadWatch, topology};

const FIRST_WAIT: Duration = Duration::from_millis(200);
const WAIT_MAX: Duration = Duration::from_secs(15);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

pub struct Link {
    /// Held so that the channel lives.
    connection: Connection,
    pub channel: Channel,
}

impl Link {
    /// Known without sending anything: whoever has nothing to send would not notice that the broker left.
    pub fn is_up(&self) -> bool {
        self.connection.status().connected() && self.channel.status().connected()
    }
}

/// Tries until the broker is there, the topology declared, or the process asked to stop.
pub async fn connect(url: &str, name: &str, watch: &RoadWatch, stop: &CancellationToken) -> Option<Link> {
    let mut wait = FIRST_WAIT;
    watch.set_connected(false);
    loop {
        let attempt = tokio::time::timeout(CONNECT_TIMEOUT, try_connect(url, name));
        let error = tokio::select! {
            () = stop.cancelled() => return None,
            tried = attempt => match tried {
                Ok(Ok(link)) => {
                    watch.set_connected(true);
                    tracing::info!(name, "connected to the broker");
                    return Some(link);
                }
                Ok(Err(error)) => error.to_string(),
                Err(_) => "it did not answer in time".into(),
            },
        };
        tracing::warn!(name, error, wait_ms = wait.as_millis(), "the broker cannot be reached; messages wait");
        tokio::select! {
            () = stop.cancelled() => return None,
            () = tokio::time::sleep(wait) => {},
        }
        wait = (wait * 2).min(WAIT_MAX);
    }
}

async fn try_connect(url: &str, name: &str) -> lapin::Result<Link> {
    let properties = ConnectionProperties::default().with_connection_name(name.into());
    let connection = Connection::connect(url, properties).await?;
    let channel = connection.create_channel().await?;
    topology::declare(&channel).await?;
    Ok(Link { connection, channel })
}
