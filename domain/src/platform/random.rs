//! Chance: secrets and ids. Seeded in tests, so that a failing run can be run again.

use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};
use uuid::Uuid;

use crate::outcome::Fault;
use crate::time::Timestamp;

#[derive(Clone)]
pub struct Random(Arc<Mutex<State>>);

struct State {
    generator: StdRng,
    /// The last id's microsecond. Ids made in the same one go a microsecond ahead, so that order of making is
    /// order of sorting within a process.
    last_micros: i64,
}

impl Random {
    pub fn from_system() -> Result<Self, Fault> {
        let mut seed = [0; 32];
        SysRng.try_fill_bytes(&mut seed).map_err(|error| Fault::because("the machine gave no randomness", error))?;
        Ok(Self::from_generator(StdRng::from_seed(seed)))
    }

    pub fn seeded(seed: u64) -> Self {
        Self::from_generator(StdRng::seed_from_u64(seed))
    }

    fn from_generator(generator: StdRng) -> Self {
        Self(Arc::new(Mutex::new(State { generator, last_micros: 0 })))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.with(|state| state.generator.fill_bytes(&mut bytes));
        bytes
    }

    /// A UUIDv7: sorts by the time it was made.
    pub fn id<T: From<Uuid>>(&self, now: Timestamp) -> T {
        let (micros, mut bytes) = self.with(|state| {
            state.last_micros = now.as_micros().max(state.last_micros + 1);
            let mut bytes = [0; 10];
            state.generator.fill_bytes(&mut bytes);
            (state.last_micros, bytes)
        });
        // The 12 bits after the millisecond carry the microsecond within it.
        let within_millisecond = u16::try_from(micros.rem_euclid(1_000)).unwrap_or_default();
        let [high, low] = (within_millisecond << 2).to_be_bytes();
        bytes[0] = high;
        bytes[1] = low;
        let millis = u64::try_from(micros.div_euclid(1_000)).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().into()
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::Random;
    use crate::time::Timestamp;
    use uuid::Uuid;

    #[test]
    fn ids_sort_in_the_order_they_were_made_even_within_one_instant() {
        let random = Random::seeded(1);
        let now = Timestamp::from_seconds(1_795_284_000);
        let ids: Vec<Uuid> = (0..5_000).map(|_| random.id(now)).collect();
        let mut sorted = ids.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(ids, sorted);
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }
}
