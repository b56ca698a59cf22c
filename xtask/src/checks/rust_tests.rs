//! `cargo test`, beside a PostgreSQL and a RabbitMQ of its own.

use std::path::Path;

use super::tally::Tally;
use crate::clock::Stopwatch;
use crate::fault::{Outcome, fail};
use crate::process::run::run_watched;
use crate::rig::database::Postgres;
use crate::rig::programs::Needs;
use crate::rig::rabbit::Broker;
use crate::steps::remark;
use crate::tools::cargo::cargo;
use crate::workspace::Workspace;

pub fn run_rust_tests(
    workspace: &Workspace,
    rig: &Path,
    needs: Needs,
    arguments: &[&str],
    tally: &mut Tally,
) -> Outcome {
    let servers = Servers::start(rig, needs)?;
    let mut command = cargo(workspace);
    command.args(["test", "--workspace"]).args(arguments);
    // Snapshots are compared, never silently rewritten.
    command.env("INSTA_UPDATE", "no");
    servers.introduce(&mut command);
    let mut counted = Tally::default();
    let succeeded = run_watched("cargo test", &mut command, |line| counted += Tally::read_cargo(line));
    *tally += counted;
    if succeeded? { counted.require_some("cargo test") } else { fail("Rust tests failed (what they said is above)") }
}

struct Servers {
    postgres: Option<Postgres>,
    broker: Option<Broker>,
}

impl Servers {
    /// Both at once, because each takes seconds.
    fn start(rig: &Path, needs: Needs) -> Outcome<Self> {
        let stopwatch = Stopwatch::start();
        let mut broker = if needs.broker { Some(Broker::start(rig)?) } else { None };
        let mut postgres = if needs.postgres { Some(Postgres::start(rig)?) } else { None };
        if let Some(postgres) = &mut postgres {
            postgres.wait_until_ready()?;
            remark(&format!("PostgreSQL is up after {:.1} s", stopwatch.seconds()));
        }
        if let Some(broker) = &mut broker {
            broker.wait_until_ready()?;
            remark(&format!("RabbitMQ is up after {:.1} s", stopwatch.seconds()));
        }
        Ok(Self { postgres, broker })
    }

    /// Tells the tests where they are.
    fn introduce(&self, command: &mut std::process::Command) {
        if let Some(postgres) = &self.postgres {
            command.env("FOYER_TEST_POSTGRES_URL", postgres.url());
        }
        if let Some(broker) = &self.broker {
            command
                .env("FOYER_TEST_AMQP_URL", broker.url())
                .env("FOYER_TEST_BROKER_STOP", broker.stop_command())
                .env("FOYER_TEST_BROKER_START", broker.start_command());
        }
    }
}
