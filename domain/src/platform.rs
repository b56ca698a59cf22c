//! What every use case is given first: the store, the clock, chance, the few things that are configured,
//! and the index of the catalogue.

mod clock;
mod house_rules;
mod passwords;
mod random;
mod sealing;
mod web_push;

use std::sync::Arc;

pub use clock::{Clock, HandClock};
pub use house_rules::HouseRules;
pub use passwords::Passwords;
pub use random::Random;
pub use sealing::Sealing;
pub use web_push::{KNOWN_PUSH_SERVICES, WebPush, host_of, is_host_name, origin_of};

use crate::accounts::AccessTokens;
use crate::events::Catalogue;
use crate::outcome::Outcome;
use crate::store::{Change, Store, Tx};

#[derive(Clone)]
pub struct Platform {
    pub store: Store,
    pub clock: Clock,
    pub random: Random,
    pub passwords: Passwords,
    pub access_tokens: Arc<AccessTokens>,
    pub sealing: Sealing,
    pub web_push: WebPush,
    pub rules: HouseRules,
    pub catalogue: Catalogue,
}

impl Platform {
    /// Runs one use case's change in a transaction of its own and answers once it is durable.
    pub async fn change<I, T>(&self, input: I, work: Change<I, T>) -> Outcome<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
    {
        self.store.change(input, work).await
    }

    /// A connection that only reads.
    pub async fn read(&self) -> Outcome<Tx> {
        self.store.read().await
    }
}
