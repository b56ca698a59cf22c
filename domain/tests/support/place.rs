//! A database of its own for each test.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::accounts::{AccessTokens, install_token_signing};
use domain::platform::{
    Clock, HandClock, HouseRules, KNOWN_PUSH_SERVICES, Passwords, Platform, Random, Sealing, WebPush,
};
use domain::store::{Location, Store};
use domain::time::Timestamp;
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};

pub struct Place {
    pub platform: Platform,
    pub clock: HandClock,
    kept_in: KeptIn,
}

enum KeptIn {
    Folder(PathBuf),
    Database { server: String, name: String },
}

impl Place {
    pub async fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(unique_name());
        std::fs::create_dir_all(&folder).unwrap();
        let location = Location::Sqlite(folder.join("test.sqlite"));
        Self::open(location, KeptIn::Folder(folder)).await
    }

    #[expect(clippy::disallowed_methods, reason = "where the test cluster is")]
    pub async fn postgres() -> Self {
        let server = std::env::var("FOYER_TEST_POSTGRES_URL")
            .expect("run through cargo xtask test, or set FOYER_TEST_POSTGRES_URL");
        let name = unique_name().replace('-', "_");
        administer(&server, format!("create database {name}")).await;
        let (base, _) = server.rsplit_once('/').expect("a url with a database");
        let location = Location::Postgres(format!("{base}/{name}"));
        Self::open(location, KeptIn::Database { server, name }).await
    }

    async fn open(location: Location, kept_in: KeptIn) -> Self {
        install_token_signing();
        let clock = HandClock::at(Timestamp::parse("2026-11-21T18:00:00Z").unwrap());
        let random = Random::seeded(7);
        let store = Store::open(&location, Clock::Hand(clock.clone()), random.clone()).await.unwrap();
        let platform = Platform {
            store,
            clock: Clock::Hand(clock.clone()),
            passwords: Passwords::quick(random.clone()).unwrap(),
            sealing: Sealing::new(b"a secret", random.clone()).unwrap(),
            web_push: WebPush::new(b"a secret", KNOWN_PUSH_SERVICES, "https://foyer.example").unwrap(),
            random,
            access_tokens: Arc::new(AccessTokens::new(b"a secret of at least thirty-two bytes")),
            rules: HouseRules::default(),
            catalogue: Default::default(),
        };
        Self { platform, clock, kept_in }
    }

    pub async fn remove(self) {
        self.platform.store.close().await;
        match self.kept_in {
            KeptIn::Folder(folder) => std::fs::remove_dir_all(folder).unwrap(),
            KeptIn::Database { server, name } => {
                administer(&server, format!("drop database {name} with (force)")).await;
            }
        }
    }
}

async fn administer(server: &str, statement: String) {
    let options: sqlx::postgres::PgConnectOptions = server.parse().unwrap();
    let mut connection = options.connect().await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
    connection.close().await.unwrap();
}

fn unique_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::SeqCst);
    format!("foyer-store-{}-{count}", std::process::id())
}
