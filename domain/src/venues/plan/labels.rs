//! Labels by rule: what rows and seats are called without anybody typing it.

use serde::{Deserialize, Serialize};

pub const LABELS_START_MAX: u32 = 10_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowStyle {
    /// A, B, … Z, AA, AB, …
    #[default]
    Letters,
    Numbers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RowRule {
    pub style: RowStyle,
    /// What the first row counts as: 1 is A.
    pub start: u32,
    /// Without I and O, which are taken for 1 and 0.
    pub skip_look_alikes: bool,
    /// The last row is the first to be counted.
    pub reverse: bool,
}

impl Default for RowRule {
    fn default() -> Self {
        Self { style: RowStyle::Letters, start: 1, skip_look_alikes: false, reverse: false }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatNumbers {
    #[default]
    All,
    Odd,
    Even,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatFrom {
    #[default]
    Left,
    Right,
    /// … 5 3 1 2 4 6 …
    Centre,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeatRule {
    pub numbers: SeatNumbers,
    /// The first number, or the next one that is odd or even as it should be.
    pub start: u32,
    pub from: SeatFrom,
}

impl Default for SeatRule {
    fn default() -> Self {
        Self { numbers: SeatNumbers::All, start: 1, from: SeatFrom::Left }
    }
}

/// From the front to the back.
pub fn row_labels(rule: RowRule, rows: usize) -> Vec<String> {
    let numbers = (rule.start.clamp(1, LABELS_START_MAX)..).take(rows);
    let mut labels: Vec<String> = match rule.style {
        RowStyle::Numbers => numbers.map(|number| number.to_string()).collect(),
        RowStyle::Letters => numbers.map(|number| letters(number, rule.skip_look_alikes)).collect(),
    };
    if rule.reverse {
        labels.reverse();
    }
    labels
}

/// Counting without a zero: Z is followed by AA.
fn letters(mut number: u32, skip_look_alikes: bool) -> String {
    const ALL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const CLEAR: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let alphabet = if skip_look_alikes { CLEAR } else { ALL };
    let base = u32::try_from(alphabet.len()).unwrap_or(1);
    let mut label = String::new();
    while number > 0 {
        let digit = usize::try_from((number - 1) % base).unwrap_or_default();
        label.insert(0, char::from(alphabet.get(digit).copied().unwrap_or(b'A')));
        number = (number - 1) / base;
    }
    label
}

/// From the left to the right, as one looks at the stage.
pub fn seat_labels(rule: SeatRule, seats: usize) -> Vec<String> {
    let start = rule.start.min(LABELS_START_MAX);
    let (first, step) = match rule.numbers {
        SeatNumbers::All => (start, 1),
        SeatNumbers::Odd => (start | 1, 2),
        SeatNumbers::Even => (start + start % 2, 2),
    };
    let mut labels = vec![String::new(); seats];
    let numbers = (first..).step_by(step);
    for (place, number) in places_in_order(rule.from, seats).into_iter().zip(numbers) {
        if let Some(label) = labels.get_mut(place) {
            *label = number.to_string();
        }
    }
    labels
}

fn places_in_order(from: SeatFrom, seats: usize) -> Vec<usize> {
    match from {
        SeatFrom::Left => (0..seats).collect(),
        SeatFrom::Right => (0..seats).rev().collect(),
        SeatFrom::Centre => {
            let middle = seats.saturating_sub(1) / 2;
            let outwards = (1..=seats).flat_map(|away| [middle.checked_add(away), middle.checked_sub(away)]);
            let others = outwards.flatten().filter(|place| *place < seats);
            (0..seats).skip(middle).take(1).chain(others).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RowRule, RowStyle, SeatFrom, SeatNumbers, SeatRule, row_labels, seat_labels};
    use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
    use std::collections::HashSet;

    #[test]
    fn rows_are_lettered_and_numbered_as_in_a_theatre() {
        let rule = RowRule::default();
        let all = row_labels(rule, 28);
        assert_eq!((all[0].as_str(), all[8].as_str(), all[25].as_str(), all[27].as_str()), ("A", "I", "Z", "AB"));
        let clear = row_labels(RowRule { skip_look_alikes: true, ..rule }, 26);
        assert_eq!((clear[8].as_str(), clear[13].as_str(), clear[24].as_str()), ("J", "P", "AA"));
        assert_eq!(row_labels(RowRule { start: 3, reverse: true, ..rule }, 3), ["E", "D", "C"]);
        assert_eq!(row_labels(RowRule { style: RowStyle::Numbers, start: 7, ..rule }, 2), ["7", "8"]);
    }

    #[test]
    fn seats_are_numbered_from_either_end_or_from_the_middle() {
        let rule = |numbers, start, from| seat_labels(SeatRule { numbers, start, from }, 5).join(" ");
        assert_eq!(rule(SeatNumbers::All, 1, SeatFrom::Left), "1 2 3 4 5");
        assert_eq!(rule(SeatNumbers::All, 11, SeatFrom::Right), "15 14 13 12 11");
        assert_eq!(rule(SeatNumbers::Odd, 1, SeatFrom::Left), "1 3 5 7 9");
        assert_eq!(rule(SeatNumbers::Even, 1, SeatFrom::Right), "10 8 6 4 2");
        assert_eq!(rule(SeatNumbers::All, 1, SeatFrom::Centre), "5 3 1 2 4");
        let even = SeatRule { from: SeatFrom::Centre, ..SeatRule::default() };
        assert_eq!(seat_labels(even, 6).join(" "), "5 3 1 2 4 6");
        assert!(seat_labels(even, 0).is_empty());
    }

    fn row_rules() -> impl Strategy<Value = RowRule> {
        let style = prop_oneof![Just(RowStyle::Letters), Just(RowStyle::Numbers)];
        (style, any::<u32>(), any::<bool>(), any::<bool>())
            .prop_map(|(style, start, skip_look_alikes, reverse)| RowRule { style, start, skip_look_alikes, reverse })
    }

    fn seat_rules() -> impl Strategy<Value = SeatRule> {
        let numbers = prop_oneof![Just(SeatNumbers::All), Just(SeatNumbers::Odd), Just(SeatNumbers::Even)];
        let from = prop_oneof![Just(SeatFrom::Left), Just(SeatFrom::Right), Just(SeatFrom::Centre)];
        (numbers, any::<u32>(), from).prop_map(|(numbers, start, from)| SeatRule { numbers, start, from })
    }

    proptest! {
        #[test]
        fn no_two_rows_have_the_same_label(rule in row_rules(), rows in 0_usize..300) {
            let labels = row_labels(rule, rows);
            assert!(labels.iter().all(|label| !label.is_empty() && label.len() <= 10));
            assert!(!rule.skip_look_alikes || rule.style == RowStyle::Numbers || labels.iter().all(|label| !label.contains(['I', 'O'])));
            assert_eq!((labels.len(), labels.iter().collect::<HashSet<_>>().len()), (rows, rows));
        }

        #[test]
        fn no_two_seats_have_the_same_label(rule in seat_rules(), seats in 0_usize..600) {
            let labels = seat_labels(rule, seats);
            assert_eq!((labels.len(), labels.iter().collect::<HashSet<_>>().len()), (seats, seats));
            let odd = |label: &String| label.parse::<u32>().unwrap() % 2 == 1;
            match rule.numbers {
                SeatNumbers::All => assert!(labels.iter().all(|label| label.len() <= 10 && !label.is_empty())),
                SeatNumbers::Odd => assert!(labels.iter().all(odd)),
                SeatNumbers::Even => assert!(!labels.iter().any(odd)),
            }
        }
    }
}
