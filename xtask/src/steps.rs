//! Says what is being done and how far along it is.

use crate::clock::Stopwatch;
use crate::fault::Outcome;

/// Numbered steps of one command: `[2/4] building the server …`.
pub struct Steps {
    total: usize,
    current: usize,
    since_start: Stopwatch,
}

impl Steps {
    pub fn of(total: usize) -> Self {
        Self { total, current: 0, since_start: Stopwatch::start() }
    }

    /// Announces a step, runs it and says how long it took.
    pub fn run<T>(&mut self, doing: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        self.announce(doing);
        let stopwatch = Stopwatch::start();
        let result = work()?;
        println!("      done in {:.1} s", stopwatch.seconds());
        Ok(result)
    }

    /// Announces a step that speaks for itself from here on.
    pub fn announce(&mut self, doing: &str) {
        self.current += 1;
        println!("[{}/{}] {doing} …  ({:.0} s so far)", self.current, self.total, self.since_start.seconds());
    }
}

/// A remark below a step.
pub fn remark(text: &str) {
    println!("      {text}");
}
