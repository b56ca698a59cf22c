//! A database of its own for a measurement, and people in it.

use std::path::Path;
use std::sync::Arc;

use domain::accounts::{AccessTokens, Caller, FirstAdmin, Role, ensure_account, install_token_signing};
use domain::events::Catalogue;
use domain::ids::SessionId;
use domain::outcome::Failure;
use domain::platform::{Clock, HouseRules, Passwords, Platform, Random, Sealing, WebPush};
use domain::store::{Location, Store};

/// Measures in a folder that is gone afterwards, however it ended.
pub async fn in_a_folder(measure: impl AsyncFnOnce(&Path) -> Result<(), String>) -> Result<(), String> {
    let folder = std::env::temp_dir().join(format!("foyer-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let measured = measure(&folder).await;
    std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    measured
}

pub async fn open(location: &Location) -> Result<Platform, Failure> {
    install_token_signing();
    let random = Random::from_system()?;
    let store = Store::open(location, Clock::System, random.clone()).await?;
    let access_tokens = Arc::new(AccessTokens::new(&random.bytes::<32>()));
    let passwords = Passwords::quick(random.clone())?;
    let sealing = Sealing::new(b"only for this measurement", random.clone())?;
    Ok(Platform {
        sealing,
        web_push: WebPush::new(b"only for this measurement", "", "")?,
        store,
        clock: Clock::System,
        random,
        passwords,
        access_tokens,
        rules: HouseRules::default(),
        catalogue: Catalogue::default(),
    })
}

pub async fn people(platform: &Platform, count: usize, role: Role) -> Result<Vec<Caller>, Failure> {
    let mut callers = Vec::new();
    for number in 0..count {
        let wanted = FirstAdmin {
            username: format!("person{number}"),
            email: format!("person{number}@example.org"),
            password: "correct horse".into(),
        };
        if let Some(user_id) = ensure_account(platform, &wanted, role).await? {
            let session_id: SessionId = platform.random.id(platform.clock.now());
            callers.push(Caller { user_id, session_id, role });
        }
    }
    Ok(callers)
}

pub fn explain(failure: Failure) -> String {
    match failure {
        Failure::Refused(refusal) => refusal.sentence(),
        Failure::Fault(fault) => fault.chain(),
    }
}
