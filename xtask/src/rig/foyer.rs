//! A Foyer with demo data, for the browser tests.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{ports, probe};
use crate::fault::{Explain, Outcome, fail};
use crate::process::command::guarded;
use crate::process::interrupt;
use crate::process::running::Running;

const PATIENCE: Duration = Duration::from_secs(60);

/// Settings of the machine that must not reach into the tests.
const FOREIGN: &[&str] = &["DATABASE_URL", "AMQP_URL", "SMTP_URL"];

pub struct Foyer {
    running: Running,
    port: u16,
    /// Where a browser test may take what is sent to browsers.
    push_port: u16,
    log: PathBuf,
}

impl Foyer {
    pub fn start(rig: &Path, binary: &Path, site: &Path) -> Outcome<Self> {
        let [port, push_port] = ports::find_free()?;
        let log = rig.join("foyer.log");
        let file = File::create(&log).explain(|| format!("cannot write {}", log.display()))?;
        let mut command = guarded(binary);
        forget_settings(&mut command);
        command
            .env("FOYER_ADDRESS", format!("127.0.0.1:{port}"))
            .env("FOYER_DATA", rig.join("data"))
            .env("FOYER_DEMO", "true")
            .env("FOYER_MODE", "local")
            .env("FOYER_PUSH_SERVICES", format!("http://127.0.0.1:{push_port}"))
            .env("FOYER_SITE", site)
            .current_dir(rig)
            .stderr(file.try_clone().explain(|| "cannot share a log".into())?)
            .stdout(file);
        let mut foyer = Self { running: Running::start("Foyer", &mut command)?, port, push_port, log };
        foyer.wait_until_ready()?;
        Ok(foyer)
    }

    fn wait_until_ready(&mut self) -> Outcome {
        let ready = interrupt::poll(PATIENCE, || {
            if let Some(status) = self.running.status()? {
                return fail(format!("Foyer ended at once ({status})\n{}", self.said()));
            }
            Ok(probe::answers_ok(self.port, "/health/ready").then_some(()))
        })?;
        ready.map_or_else(|| fail(format!("Foyer does not become ready\n{}", self.said())), Ok)
    }

    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub fn push_port(&self) -> String {
        self.push_port.to_string()
    }

    /// Its log, for whoever has to find out why a test failed.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

fn forget_settings(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("FOYER_") || FOREIGN.contains(&text.as_ref()) {
            command.env_remove(&name);
        }
    }
}
