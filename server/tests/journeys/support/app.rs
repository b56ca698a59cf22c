//! The server as it runs, over a database of its own, with a clock that is turned by hand.

use std::collections::HashMap;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use domain::accounts::AccessTokens;
use domain::journal;
use domain::platform::{
    Clock, HandClock, HouseRules, KNOWN_PUSH_SERVICES, Passwords, Platform, Random, Sealing, WebPush,
};
use domain::store::Store;
use domain::time::Timestamp;
use futures::FutureExt as _;
use server::messaging::{RoadWatch, handle_waiting};
use server::notifier::Notifier;
use server::push::PushSender;
use server::settings::Settings;
use server::startup;
use server::web::{Web, router};
use tokio::sync::RwLock;

use super::caller::Caller;
use super::database::{Database, Kind, Rows};
use super::folder::Folder;
use super::push::PushStandIn;
use super::site;
use super::token::SECRET;

/// 2026-11-21T18:00:00Z.
const START: i64 = 1_795_284_000;

/// Tables that only count tries and keep answers: a refused request may touch them.
const BOOKKEEPING: [&str; 2] = ["attempt", "idempotent_answer"];

pub struct TestApp {
    server: Server,
    pub platform: Platform,
    pub clock: HandClock,
    pub database: Database,
    notifier: Notifier,
    pushes: PushSender,
    pub push_stand_in: PushStandIn,
    settings: HashMap<String, String>,
    leaves_messages: AtomicBool,
    pub(super) people_made: AtomicUsize,
    _folder: Folder,
}

/// Listing the pages of a new router keeps every page that is drawn meanwhile, anywhere in the process, from ever
/// loading its data. A server builds one router before its first request; here many are built beside others'
/// requests, so each request holds this for reading and each new router for writing.
pub(super) static ROUTERS_BEING_BUILT: RwLock<()> = RwLock::const_new(());

/// A router people can call. Several may share one database.
#[derive(Clone)]
pub struct Server {
    router: axum::Router,
}

impl Server {
    async fn build(platform: &Platform, settings: &Settings) -> Self {
        let _alone = ROUTERS_BEING_BUILT.write().await;
        let web = Web::new(platform, settings, RoadWatch::default()).unwrap();
        Self { router: router(web) }
    }

    /// A program without credentials.
    pub fn visitor(&self) -> Caller {
        Caller::visitor(self.router.clone())
    }

    /// A browser with an empty jar.
    pub fn browser(&self) -> Caller {
        Caller::browser(self.router.clone())
    }
}

impl Deref for TestApp {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

impl TestApp {
    async fn start(kind: Kind) -> Self {
        startup::install_cryptography();
        let folder = Folder::make();
        site::write(&folder);
        let database = Database::create(kind, folder.path()).await;
        let push_stand_in = PushStandIn::start().await;
        let values = [
            ("FOYER_DATA", folder.path().display().to_string()),
            ("FOYER_SITE", folder.path().join("site").display().to_string()),
            ("FOYER_SECRET", SECRET.to_owned()),
            ("DATABASE_URL", database.url().to_owned()),
            ("FOYER_PUSH_SERVICES", format!("{KNOWN_PUSH_SERVICES}, {}", push_stand_in.url)),
        ];
        let values: HashMap<String, String> = values.into_iter().map(|(name, value)| (name.into(), value)).collect();
        let settings = Settings::from_values(values.clone()).unwrap();
        let clock = HandClock::at(Timestamp::from_seconds(START));
        let random = Random::seeded(7);
        let platform = Platform {
            store: Store::open(&settings.database, Clock::Hand(clock.clone()), random.clone()).await.unwrap(),
            clock: Clock::Hand(clock.clone()),
            passwords: Passwords::quick(random.clone()).unwrap(),
            sealing: Sealing::new(settings.secret.reveal().as_bytes(), random.clone()).unwrap(),
            web_push: WebPush::new(SECRET.as_bytes(), &settings.push_services, &settings.public_url).unwrap(),
            random,
            access_tokens: Arc::new(AccessTokens::new(settings.secret.reveal().as_bytes())),
            rules: HouseRules::default(),
            catalogue: Default::default(),
        };
        Self {
            server: Server::build(&platform, &settings).await,
            notifier: Notifier::from_settings(&platform, &settings).unwrap(),
            pushes: PushSender::new(&platform).unwrap(),
            push_stand_in,
            platform,
            clock,
            database,
            settings: values,
            leaves_messages: AtomicBool::new(false),
            people_made: AtomicUsize::new(0),
            _folder: folder,
        }
    }

    /// Another server over the same database, configured otherwise.
    pub async fn configured(&self, settings: &[(&str, &str)]) -> Server {
        let mut values = self.settings.clone();
        values.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let settings = Settings::from_values(values).unwrap();
        Server::build(&Platform { rules: settings.rules, ..self.platform.clone() }, &settings).await
    }

    /// Another server over the same database, that remembers nothing of what this one did.
    pub async fn other_server(&self) -> Server {
        let settings = Settings::from_values(self.settings.clone()).unwrap();
        Server::build(&Platform { catalogue: Default::default(), ..self.platform.clone() }, &settings).await
    }

    pub fn turn_clock(&self, by: Duration) {
        self.clock.turn(by);
    }

    /// Handles every message that waits, as the server does after each commit.
    pub async fn handle_messages(&self) {
        while handle_waiting(&self.platform, &self.notifier).await.unwrap() > 0 {}
    }

    /// Sends every push that is due, as the sender does now and then.
    pub async fn send_pushes(&self) {
        while self.pushes.send_due().await.unwrap() > 0 {}
    }

    /// Everything that was told about one thing.
    pub async fn messages_of(&self, subject: &str) -> Vec<domain::message::Envelope> {
        journal::history_of(&self.platform, subject.parse().unwrap()).await.unwrap()
    }

    /// Hands a message to its handler once more, as a broker may.
    pub async fn handle_again(&self, message: &domain::message::Envelope) {
        self.notifier.handle(message).await;
    }

    /// For journeys that make more messages than are worth handling.
    pub fn leave_messages_waiting(&self) {
        self.leaves_messages.store(true, Ordering::SeqCst);
    }

    /// Everything that is stored, but for what only counts tries.
    pub async fn rows(&self) -> Rows {
        let mut rows = self.database.rows().await;
        rows.retain(|table, _| !BOOKKEEPING.contains(&table.as_str()));
        rows
    }

    async fn end(self, arrived: bool) {
        if arrived && !self.leaves_messages.load(Ordering::SeqCst) {
            self.handle_messages().await;
            let left = journal::count_unpublished(&self.platform).await.unwrap();
            assert_eq!(left, 0, "journal entries were left that nobody could handle");
        }
        self.platform.store.close().await;
        self.database.remove().await;
    }
}

/// Goes one journey, and takes down what it stood on however it ended.
pub async fn travel(kind: Kind, journey: impl AsyncFnOnce(&TestApp)) {
    let app = TestApp::start(kind).await;
    let ended = AssertUnwindSafe(journey(&app)).catch_unwind().await;
    app.end(ended.is_ok()).await;
    if let Err(panic) = ended {
        resume_unwind(panic);
    }
}
