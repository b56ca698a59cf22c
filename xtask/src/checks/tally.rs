//! Counts tests from what the test programs print.

use std::fmt;
use std::ops::AddAssign;

use crate::fault::{Outcome, fail};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
}

impl Tally {
    /// A run without a single test has tested nothing, whatever its exit code says.
    pub fn require_some(self, name: &str) -> Outcome {
        if self == Self::default() { fail(format!("{name} ran no test at all")) } else { Ok(()) }
    }

    /// `test result: ok. 12 passed; 0 failed; …`, printed once by every Rust test program.
    pub fn read_cargo(line: &str) -> Self {
        if !line.starts_with("test result: ") {
            return Self::default();
        }
        Self { passed: number_before(line, " passed;"), failed: number_before(line, " failed;") }
    }

    /// `  12 passed (4.2s)` and `  1 failed`, at the end of Playwright's list.
    pub fn read_playwright(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let (Some(Ok(count)), Some(kind)) = (words.next().map(str::parse), words.next()) else {
            return Self::default();
        };
        match (kind, words.next()) {
            ("passed", None) => Self { passed: count, failed: 0 },
            ("passed", Some(time)) if time.starts_with('(') => Self { passed: count, failed: 0 },
            ("failed" | "interrupted", None) => Self { passed: 0, failed: count },
            _ => Self::default(),
        }
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    let Some((before, _)) = line.split_once(word) else { return 0 };
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rust_test_program_counts() {
        let mut tally = Tally::default();
        for line in [
            "running 12 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test it_says_3_passed; ... ok",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ] {
            tally += Tally::read_cargo(line);
        }
        assert_eq!(tally, Tally { passed: 15, failed: 2 });
    }

    #[test]
    fn playwright_counts_at_the_end_of_its_list() {
        let mut tally = Tally::default();
        for line in [
            "Running 9 tests using 2 workers",
            "  ✓  1 a.spec.ts:3:1 › 3 passed tests (1s)",
            "  1 failed",
            "  8 passed (4.2s)",
        ] {
            tally += Tally::read_playwright(line);
        }
        assert_eq!(tally, Tally { passed: 8, failed: 1 });
    }

    #[test]
    fn a_run_without_tests_is_a_failure() {
        assert!(Tally::default().require_some("Playwright").is_err());
        assert!(Tally { passed: 1, failed: 0 }.require_some("Playwright").is_ok());
    }

    #[test]
    fn it_reads_like_a_sentence() {
        assert_eq!(Tally { passed: 3, failed: 0 }.to_string(), "3 passed, 0 failed");
    }
}
