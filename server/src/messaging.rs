//! The road of a message: journal → relay → RabbitMQ → worker. Without a broker the same handlers are fed from the
//! journal in this process. Delivery is at least once either way.

mod connection;
mod consume;
mod direct;
mod relay;
pub mod topology;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::platform::Platform;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub use consume::Consumer;
pub use direct::handle_waiting;
pub use relay::Relay;

use crate::notifier::Notifier;
use crate::push::PushSender;
use crate::settings::Settings;

/// What the health page needs to know of the road.
#[derive(Clone, Debug, Default)]
pub struct RoadWatch {
    pub uses_broker: bool,
    connected: Arc<AtomicBool>,
}

impl RoadWatch {
    pub fn with_broker() -> Self {
        Self { uses_broker: true, connected: Arc::default() }
    }

    pub fn is_connected(&self) -> bool {
        self.connected.load(Ordering::SeqCst)
    }

    pub fn set_connected(&self, connected: bool) {
        self.connected.store(connected, Ordering::SeqCst);
    }
}

/// The running half of the road in this process.
pub struct Road {
    watch: RoadWatch,
    stop: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
}

impl Road {
    pub fn start(platform: &Platform, settings: &Settings, notifier: Notifier, pushes: PushSender) -> Self {
        let stop = CancellationToken::new();
        match &settings.amqp_url {
            Some(url) => {
                let watch = RoadWatch::with_broker();
                let relay = Relay::new(platform.clone(), url.reveal().to_owned(), watch.clone());
                let tasks = vec![tokio::spawn(relay.run(stop.clone()))];
                Self { watch, stop, tasks }
            }
            None => {
                let handled = tokio::spawn(direct::run(platform.clone(), notifier, stop.clone()));
                let tasks = vec![handled, tokio::spawn(pushes.run(stop.clone()))];
                Self { watch: RoadWatch::default(), stop, tasks }
            }
        }
    }

    pub fn watch(&self) -> RoadWatch {
        self.watch.clone()
    }

    /// Finishes what is in hand.
    pub async fn stop(self) {
        self.stop.cancel();
        for task in self.tasks {
            let _ = task.await;
        }
    }
}
