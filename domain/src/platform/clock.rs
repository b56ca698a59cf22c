//! The time, from the machine or turned by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use crate::time::Timestamp;

#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Hand(HandClock),
}

impl Clock {
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system_time(),
            Self::Hand(clock) => clock.now(),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
fn system_time() -> Timestamp {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_micros(i64::try_from(since_epoch.as_micros()).unwrap_or(i64::MAX))
}

/// A clock that stands still until a test turns it. Clones show the same time.
#[derive(Clone, Debug)]
pub struct HandClock(Arc<AtomicI64>);

impl HandClock {
    pub fn at(start: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(start.as_micros())))
    }

    pub fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }

    pub fn turn(&self, by: Duration) {
        self.0.store(self.now().plus(by).as_micros(), Ordering::SeqCst);
    }
}
