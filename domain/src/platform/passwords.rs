//! Hashing passwords costs 20 MB and tens of milliseconds by design, so it runs off the async threads and only a few
//! at a time; whoever would have to wait too long is told so instead.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::outcome::{Failure, Fault, Outcome};
use crate::platform::Random;
use crate::refusal::Refusal;

/// Hashes that may run at once.
const RUNNING_MAX: usize = 2;
/// Callers that may wait for their turn; at 25 ms a hash that is about two seconds.
const WAITING_MAX: usize = 160;

#[derive(Clone)]
pub struct Passwords {
    hasher: Argon2<'static>,
    /// Verified when there is no such account, so that the answer takes as long as a real one.
    decoy: Arc<str>,
    running: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    random: Random,
}

impl Passwords {
    /// What OWASP recommends: 19 MiB, two passes.
    pub fn strong(random: Random) -> Result<Self, Fault> {
        Self::with_cost(random, 19_456, 2)
    }

    /// For tests and measurements of other things.
    pub fn quick(random: Random) -> Result<Self, Fault> {
        Self::with_cost(random, 8, 1)
    }

    fn with_cost(random: Random, memory_kib: u32, passes: u32) -> Result<Self, Fault> {
        let params = Params::new(memory_kib, passes, 1, None)
            .map_err(|error| Fault::new(format!("the password hash settings are wrong: {error}")))?;
        let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = hash(&hasher, "nobody has this password", &random.bytes::<16>())?.into();
        let running = Arc::new(Semaphore::new(RUNNING_MAX));
        Ok(Self { hasher, decoy, running, waiting: Arc::default(), random })
    }

    pub async fn hash(&self, password: String) -> Outcome<String> {
        let hasher = self.hasher.clone();
        let salt = self.random.bytes::<16>();
        self.run(move || hash(&hasher, &password, &salt)).await?.map_err(Failure::Fault)
    }

    /// Whether the password belongs to the hash. Without a hash it takes as long and says no.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Outcome<bool> {
        let hasher = self.hasher.clone();
        let exists = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.decoy.to_string());
        let fits = self
            .run(move || {
                PasswordHash::new(&stored)
                    .map(|parsed| hasher.verify_password(password.as_bytes(), &parsed).is_ok())
                    .map_err(|error| Fault::new(format!("a stored password hash is unreadable: {error}")))
            })
            .await??;
        Ok(fits && exists)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
        let _place = Place::take(&self.waiting).ok_or(Refusal::Overloaded { retry_after_seconds: 2 })?;
        let _permit = self.running.acquire().await.map_err(|error| Fault::because("no hashing permit", error))?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| Failure::Fault(Fault::because("a password hash was not finished", error)))
    }
}

fn hash(hasher: &Argon2<'_>, password: &str, salt: &[u8]) -> Result<String, Fault> {
    hasher
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(|error| Fault::new(format!("a password could not be hashed: {error}")))
}

/// A place among those waiting, given back when dropped, also when the caller went away.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(waiting: &Arc<AtomicUsize>) -> Option<Self> {
        let place = Self(waiting.clone());
        (waiting.fetch_add(1, Ordering::SeqCst) < WAITING_MAX).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::Passwords;
    use crate::platform::Random;

    #[tokio::test]
    async fn only_the_right_password_fits_and_a_missing_account_never_does() {
        let passwords = Passwords::quick(Random::seeded(1)).unwrap();
        let stored = passwords.hash("correct horse".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(passwords.verify("correct horse".into(), Some(stored.clone())).await.unwrap());
        assert!(!passwords.verify("correct hors".into(), Some(stored)).await.unwrap());
        assert!(!passwords.verify("nobody has this password".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_rush_of_sign_ins_is_answered_with_a_refusal_instead_of_an_endless_wait() {
        let passwords = Passwords::quick(Random::seeded(1)).unwrap();
        let all = (0..1_000).map(|_| passwords.hash("x".into()));
        let answers = futures::future::join_all(all).await;
        let refused = answers.iter().filter(|answer| answer.is_err()).count();
        assert!(refused > 0 && refused < 1_000, "{refused} of 1000 refused");
    }
}
