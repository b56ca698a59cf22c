//! Numbers that look like chance and are always the same for the same id.

use uuid::Uuid;

pub struct Chance(u64);

impl Chance {
    pub fn of(id: Uuid) -> Self {
        let (high, low) = id.as_u64_pair();
        Self(high ^ low.rotate_left(32))
    }

    /// SplitMix64: small, even, and good enough to draw with.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to, but without, `end`.
    pub fn below(&mut self, end: i32) -> i32 {
        let end = u64::try_from(end).unwrap_or(1).max(1);
        i32::try_from(self.next() % end).unwrap_or_default()
    }

    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below(high - low + 1)
    }

    pub fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let index = self.below(i32::try_from(choices.len()).unwrap_or(1));
        usize::try_from(index).ok().and_then(|index| choices.get(index)).copied().unwrap_or_default()
    }
}
