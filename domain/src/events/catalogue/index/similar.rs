//! How far apart two words are: letters put in, left out, mistaken for another, or two changed about.

/// Words from this many letters on may be one letter off, and from that many on two.
const ONE_OFF_CHARS: usize = 4;
const TWO_OFF_CHARS: usize = 8;

pub fn distance_allowed(chars: usize) -> usize {
    match chars {
        0..ONE_OFF_CHARS => 0,
        ONE_OFF_CHARS..TWO_OFF_CHARS => 1,
        _ => 2,
    }
}

/// What can be told about two words without comparing them: a dictionary has tens of thousands.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub chars: usize,
    letters: u64,
}

impl Shape {
    pub fn of(word: &str) -> Self {
        let mut shape = Self { chars: 0, letters: 0 };
        for c in word.chars() {
            shape.chars += 1;
            shape.letters |= 1 << (u32::from(c) % 64);
        }
        shape
    }

    /// Each step changes at most two of the letters that occur.
    pub fn may_be_within(&self, other: &Self, distance: usize) -> bool {
        self.chars.abs_diff(other.chars) <= distance
            && (self.letters ^ other.letters).count_ones() as usize <= 2 * distance
    }
}

/// Whether so few steps lead from one to the other (optimal string alignment).
pub fn distance_within(a: &[char], b: &str, distance: usize) -> bool {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, &left) in a.iter().enumerate() {
        let mut line = Vec::with_capacity(b.len() + 1);
        line.push(row + 1);
        for (column, &right) in b.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut steps = at(&above, column) + usize::from(left != right);
            steps = steps.min(at(&above, column + 1) + 1).min(at(&line, column) + 1);
            let swapped = row > 0 && column > 0 && a.get(row - 1) == Some(&right) && b.get(column - 1) == Some(&left);
            if swapped {
                steps = steps.min(at(&before, column - 1) + 1);
            }
            line.push(steps);
        }
        if line.iter().all(|steps| *steps > distance) {
            return false;
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().is_some_and(|steps| *steps <= distance)
}

#[cfg(test)]
mod tests {
    use super::{Shape, distance_allowed, distance_within};
    use proptest::prelude::proptest;

    fn within(a: &str, b: &str, distance: usize) -> bool {
        let letters: Vec<char> = a.chars().collect();
        let (one, other) = (Shape::of(a), Shape::of(b));
        let told = distance_within(&letters, b, distance);
        assert!(!told || one.may_be_within(&other, distance), "{a} {b}: nothing is ruled out that is near");
        told
    }

    #[test]
    fn a_slip_of_the_fingers_is_one_step() {
        for typed in ["concret", "cnocert", "concertt", "oncert", "koncert", "concert"] {
            assert!(within(typed, "concert", 1), "{typed}");
        }
        assert!(!within("kunzert", "concert", 1));
        assert!(within("phlharmnic", "philharmonic", 2));
        assert_eq!([3, 4, 7, 8].map(distance_allowed), [0, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn it_is_as_far_there_as_back(a in "[a-d]{0,9}", b in "[a-d]{0,9}", distance in 0_usize..3) {
            assert_eq!(within(&a, &b, distance), within(&b, &a, distance));
        }

        #[test]
        fn whoever_leaves_out_a_letter_is_one_step_away(word in "[a-z]{1,12}", at in 0_usize..12) {
            let left: String = word.chars().enumerate().filter(|(index, _)| *index != at).map(|(_, c)| c).collect();
            assert!(within(&left, &word, 1));
        }
    }
}
