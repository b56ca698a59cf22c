//! A platform over any database, for what is measured.

use std::sync::Arc;

use domain::accounts::{AccessTokens, install_token_signing};
use domain::events::Catalogue;
use domain::outcome::{Failure, Outcome};
use domain::platform::{Clock, HouseRules, Passwords, Platform, Random, Sealing};
use domain::store::{Location, Store};

pub async fn open(location: &Location) -> Outcome<Platform> {
    install_token_signing();
    let random = Random::from_system()?;
    let store = Store::open(location, Clock::System, random.clone()).await?;
    Ok(Platform {
        store,
        clock: Clock::System,
        passwords: Passwords::quick(random.clone())?,
        access_tokens: Arc::new(AccessTokens::new(&random.bytes::<32>())),
        sealing: Sealing::new(b"only for this measurement", random.clone())?,
        random,
        rules: HouseRules::default(),
        catalogue: Catalogue::default(),
    })
}

pub fn explain(failure: Failure) -> String {
    match failure {
        Failure::Refused(refusal) => refusal.sentence(),
        Failure::Fault(fault) => fault.chain(),
    }
}
