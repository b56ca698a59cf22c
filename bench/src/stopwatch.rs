//! Real time, which is what is measured here.

#![expect(clippy::disallowed_methods, reason = "measurements are about the machine's own time")]

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
}
