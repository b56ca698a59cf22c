//! What each step took and how it ended.

use super::tally::Tally;
use crate::clock::Stopwatch;
use crate::fault::{Fault, Outcome};

#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
    tally: Tally,
}

struct Row {
    name: &'static str,
    seconds: f64,
    end: End,
}

#[derive(Clone, Copy)]
enum End {
    Well,
    Badly,
    Interrupted,
}

impl End {
    fn word(self) -> &'static str {
        match self {
            Self::Well => "ok",
            Self::Badly => "FAILED",
            Self::Interrupted => "interrupted",
        }
    }
}

impl Report {
    /// Runs a step and notes how it went.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce(&mut Tally) -> Outcome) -> Outcome {
        let stopwatch = Stopwatch::start();
        let failed_before = self.tally.failed;
        let result = work(&mut self.tally);
        let end = match &result {
            Ok(()) => End::Well,
            Err(Fault::Interrupted) => End::Interrupted,
            Err(_) => End::Badly,
        };
        // A failed step without a failed test (a lint, say) must not hide behind "0 failed".
        if matches!(end, End::Badly) && self.tally.failed == failed_before {
            self.tally.failed += 1;
        }
        self.rows.push(Row { name, seconds: stopwatch.seconds(), end });
        result
    }

    /// A failure outside of any step, such as cleaning up.
    pub fn note_failure(&mut self) {
        self.tally.failed += 1;
    }

    /// The table, and as the last line what all tests together came to.
    pub fn print(&self) {
        println!("\n{}\n{}", self.table(), self.tally);
    }

    fn table(&self) -> String {
        let rows = self.rows.iter().map(|row| format!("{:<48}{:>8.1} s   {}", row.name, row.seconds, row.end.word()));
        let total: f64 = self.rows.iter().map(|row| row.seconds).sum();
        rows.chain([format!("{:<48}{total:>8.1} s", "all together")]).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::fail;

    #[test]
    fn a_failed_step_without_tests_counts_as_one_failure() {
        let mut report = Report::default();
        assert!(report.step("lint", |_| fail("no")).is_err());
        assert_eq!(report.tally, Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn a_failed_test_is_not_counted_twice() {
        let mut report = Report::default();
        let result = report.step("tests", |tally| {
            *tally += Tally { passed: 4, failed: 2 };
            fail("two failed")
        });
        assert!(result.is_err());
        assert_eq!(report.tally, Tally { passed: 4, failed: 2 });
        assert!(report.table().contains("FAILED"), "{}", report.table());
    }
}
