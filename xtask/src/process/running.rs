//! A child that is stopped, with everything it started, when it goes out of sight.

use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use super::interrupt;
use crate::clock::Stopwatch;
use crate::fault::{Explain, Fault, Outcome};

/// How long a child may take to end after it was asked to.
const PATIENCE: Duration = Duration::from_secs(10);
const FOREVER: Duration = Duration::MAX;

pub struct Running {
    name: String,
    child: Child,
    gentle: Signal,
    ended: Option<ExitStatus>,
    swept: bool,
}

impl Running {
    pub fn start(name: &str, command: &mut Command) -> Outcome<Self> {
        let child = command.spawn().explain(|| format!("cannot start {name}"))?;
        Ok(Self { name: name.into(), child, gentle: Signal::TERM, ended: None, swept: false })
    }

    /// The signal that asks this program to end.
    pub fn stopped_by(mut self, gentle: Signal) -> Self {
        self.gentle = gentle;
        self
    }

    pub fn child_mut(&mut self) -> &mut Child {
        &mut self.child
    }

    pub fn status(&mut self) -> Outcome<Option<ExitStatus>> {
        if self.ended.is_none() {
            self.ended = self.child.try_wait().explain(|| format!("cannot ask after {}", self.name))?;
        }
        Ok(self.ended)
    }

    /// Waits for its end; when we are asked to stop meanwhile, stops it first.
    pub fn wait(&mut self) -> Outcome<ExitStatus> {
        match interrupt::poll(FOREVER, || self.status()) {
            Ok(Some(status)) => Ok(status),
            Ok(None) => Err(Fault::Said(format!("{} never ended", self.name))),
            Err(fault) => {
                self.stop();
                Err(fault)
            }
        }
    }

    /// Asks it to end, waits, and then insists. Safe to call twice.
    pub fn stop(&mut self) -> Option<ExitStatus> {
        if let Ok(None) = self.status() {
            self.signal(self.gentle);
            self.wait_for_end(PATIENCE);
        }
        if !self.swept {
            // Also when the child itself has ended: members of its group may live on. Once only,
            // because the system may give the number to somebody else later.
            self.swept = true;
            self.signal(Signal::KILL);
            self.wait_for_end(PATIENCE);
        }
        self.ended
    }

    fn signal(&self, signal: Signal) {
        let group = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group {
            // It fails when nobody is left in the group, which is what we want.
            let _ = kill_process_group(group, signal);
        }
    }

    fn wait_for_end(&mut self, patience: Duration) {
        let stopwatch = Stopwatch::start();
        while matches!(self.status(), Ok(None)) && stopwatch.elapsed() < patience {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
