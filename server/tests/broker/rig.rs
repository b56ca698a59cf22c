//! Everything around the test: a database of its own, the relay, the worker process, the mail sink, the broker.

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use domain::accounts::AccessTokens;
use domain::platform::{Clock, HouseRules, KNOWN_PUSH_SERVICES, Passwords, Platform, Random, Sealing, WebPush};
use domain::store::{Location, Store};
use lapin::options::QueueDeclareOptions;
use lapin::types::FieldTable;
use lapin::{Channel, Connection, ConnectionProperties};
use server::messaging::{Relay, RoadWatch};
use server::startup::install_cryptography;
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};
use tokio_util::sync::CancellationToken;

use crate::smtp_sink::SmtpSink;

const SECRET: &str = "a secret of at least thirty-two bytes";
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Rig {
    pub platform: Platform,
    pub watch: RoadWatch,
    sink: SmtpSink,
    database_url: String,
    amqp_url: String,
    worker: Option<Child>,
    stop: CancellationToken,
    relay: tokio::task::JoinHandle<()>,
}

/// Waits for a condition, and names it when it does not come.
pub async fn eventually<F: Future<Output = bool>>(what: &str, condition: impl Fn() -> F) {
    let waited = tokio::time::timeout(PATIENCE, async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    assert!(waited.await.is_ok(), "waited {PATIENCE:?} for {what}");
}

#[expect(clippy::disallowed_methods, reason = "where the test servers are")]
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("run through cargo xtask test, or set {name}"))
}

impl Rig {
    pub async fn start() -> Self {
        install_cryptography();
        let server = variable("FOYER_TEST_POSTGRES_URL");
        let amqp_url = variable("FOYER_TEST_AMQP_URL");
        let name = format!("foyer_broker_{}", std::process::id());
        administer(&server, format!("create database {name}")).await;
        let database_url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        let random = Random::from_system().unwrap();
        let store =
            Store::open(&Location::Postgres(database_url.clone()), Clock::System, random.clone()).await.unwrap();
        let platform = Platform {
            store,
            clock: Clock::System,
            passwords: Passwords::quick(random.clone()).unwrap(),
            sealing: Sealing::new(SECRET.as_bytes(), random.clone()).unwrap(),
            web_push: WebPush::new(SECRET.as_bytes(), KNOWN_PUSH_SERVICES, "https://foyer.example").unwrap(),
            random,
            access_tokens: Arc::new(AccessTokens::new(SECRET.as_bytes())),
            rules: HouseRules::default(),
            catalogue: Default::default(),
        };
        let (watch, stop) = (RoadWatch::with_broker(), CancellationToken::new());
        let relay = Relay::new(platform.clone(), amqp_url.clone(), watch.clone());
        let relay = tokio::spawn(relay.run(stop.clone()));
        let sink = SmtpSink::start().await;
        let mut rig = Self { platform, watch, sink, database_url, amqp_url, worker: None, stop, relay };
        rig.start_worker();
        rig
    }

    pub fn start_worker(&mut self) {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let worker = Command::new(env!("CARGO_BIN_EXE_worker"))
            .env("FOYER_MODE", "production")
            .env("FOYER_PUBLIC_URL", "https://tickets.example.org")
            .env("FOYER_SECRET", SECRET)
            .env("FOYER_LOG", "warn")
            .env("FOYER_WORKER_ADDRESS", format!("127.0.0.1:{port}"))
            .env("DATABASE_URL", &self.database_url)
            .env("AMQP_URL", &self.amqp_url)
            .env("SMTP_URL", &self.sink.url)
            .env("FOYER_MAIL_FROM", "Foyer <foyer@tickets.example.org>")
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        self.worker = Some(worker);
    }

    /// As a power cut would: it gets no chance to finish.
    pub async fn kill_worker(&mut self) {
        if let Some(mut worker) = self.worker.take() {
            worker.kill().unwrap();
            tokio::task::spawn_blocking(move || worker.wait().unwrap()).await.unwrap();
        }
    }

    pub fn mails_to(&self, address: &str) -> usize {
        self.sink.accepted().iter().filter(|mail| mail.to == address).count()
    }

    pub fn mails_like(&self, prefix: &str) -> usize {
        self.sink.accepted().iter().filter(|mail| mail.to.starts_with(prefix)).count()
    }

    pub fn last_mail_to(&self, address: &str) -> String {
        let mails = self.sink.accepted();
        let content = mails.iter().rev().find(|mail| mail.to == address).unwrap().content.clone();
        // Long lines are folded with a soft break for the way.
        content.replace("=\n", "")
    }

    pub async fn channel(&self) -> Channel {
        let connection = Connection::connect(&self.amqp_url, ConnectionProperties::default()).await.unwrap();
        let channel = connection.create_channel().await.unwrap();
        // The channel lives as long as its connection, which lives as long as the test.
        std::mem::forget(connection);
        channel
    }

    pub async fn waiting_in(&self, queue: &str) -> u32 {
        let Ok(connection) = Connection::connect(&self.amqp_url, ConnectionProperties::default()).await else {
            return u32::MAX;
        };
        let channel = connection.create_channel().await.unwrap();
        let options = QueueDeclareOptions { passive: true, ..Default::default() };
        let count = channel.queue_declare(queue.into(), options, FieldTable::default()).await.unwrap().message_count();
        connection.close(200, "done".into()).await.unwrap();
        count
    }

    pub fn stop_broker(&self) {
        run_script("FOYER_TEST_BROKER_STOP");
    }

    pub fn start_broker(&self) {
        run_script("FOYER_TEST_BROKER_START");
    }

    pub async fn stop(mut self) {
        self.kill_worker().await;
        self.stop.cancel();
        (&mut self.relay).await.unwrap();
        self.platform.store.close().await;
        let name = self.database_url.rsplit_once('/').unwrap().1;
        administer(&variable("FOYER_TEST_POSTGRES_URL"), format!("drop database {name} with (force)")).await;
    }
}

impl Drop for Rig {
    /// Also when the test failed.
    fn drop(&mut self) {
        if let Some(worker) = &mut self.worker {
            let _ = worker.kill();
            let _ = worker.wait();
        }
    }
}

fn run_script(name: &str) {
    let status = Command::new(variable(name)).status().unwrap();
    assert!(status.success(), "{name} failed");
}

async fn administer(server: &str, statement: String) {
    let options: sqlx::postgres::PgConnectOptions = server.parse().unwrap();
    let mut connection = options.connect().await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
    connection.close().await.unwrap();
}
