//! The only place in here that looks at a clock: how long a step has taken.
#![expect(clippy::disallowed_methods, reason = "a build tool measures real time; there is no Platform to ask")]

use std::time::{Duration, Instant};

#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Self {
        Self(Instant::now())
    }

    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }

    pub fn seconds(self) -> f64 {
        self.elapsed().as_secs_f64()
    }
}
