//! A PostgreSQL cluster that lives as long as the tests.

use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::process::Signal;

use super::ports;
use crate::fault::{Explain, Outcome, fail};
use crate::process::command::{User, guarded_with};
use crate::process::interrupt;
use crate::process::lookup::{find_program, is_root};
use crate::process::run::capture;
use crate::process::running::Running;
use crate::workspace::make_folder;

const PATIENCE: Duration = Duration::from_secs(60);

/// Nothing here has to survive a power cut; many tests connect at once.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "shared_buffers=64MB",
    "dynamic_shared_memory_type=mmap",
    "timezone=UTC",
    "log_timezone=UTC",
];

pub struct Postgres {
    running: Running,
    port: u16,
    log: PathBuf,
}

impl Postgres {
    /// Starts it; [`Self::wait_until_ready`] waits, so that others can start meanwhile.
    pub fn start(rig: &Path) -> Outcome<Self> {
        let Some(programs) = find_programs() else { return fail("PostgreSQL's initdb is not installed") };
        let user = if is_root() { Some(find_unprivileged_user()?) } else { None };
        let home = rig.join("postgres");
        make_home(&home, user)?;
        let data = home.join("data");
        let as_user = |program: &str| -> Command {
            // SIGQUIT ends PostgreSQL at once, but lets it give its shared memory back, which SIGKILL does not.
            let mut command = guarded_with(programs.join(program), "QUIT", user);
            command.current_dir(&home).env("HOME", &home).env("LC_ALL", "C");
            command.env_remove("PGDATA").arg("-D").arg(&data);
            command
        };
        let mut initdb = as_user("initdb");
        initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        capture("initdb", &mut initdb)?;

        let [port] = ports::find_free()?;
        let log = home.join("log");
        let file = File::create(&log).explain(|| format!("cannot write {}", log.display()))?;
        let mut server = as_user("postgres");
        server.args(["-p", &port.to_string(), "-k"]).arg(&home);
        for setting in SETTINGS {
            server.args(["-c", setting]);
        }
        server.stderr(file.try_clone().explain(|| "cannot share a log".into())?).stdout(file);
        let running = Running::start("PostgreSQL", &mut server)?.stopped_by(Signal::INT);
        Ok(Self { running, port, log })
    }

    pub fn wait_until_ready(&mut self) -> Outcome {
        let ready = interrupt::poll(PATIENCE, || {
            if let Some(status) = self.running.status()? {
                return fail(format!("PostgreSQL ended at once ({status})\n{}", self.said()));
            }
            let accepts = fs::read_to_string(&self.log).is_ok_and(|log| log.contains("ready to accept connections"));
            Ok(accepts.then_some(()))
        })?;
        ready.map_or_else(|| fail(format!("PostgreSQL does not become ready\n{}", self.said())), Ok)
    }

    /// Of the superuser: the tests make a database each.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

/// The folder with initdb and postgres: Debian keeps them off PATH, by version.
pub fn find_programs() -> Option<PathBuf> {
    let mut candidates: Vec<_> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))))
        .collect();
    candidates.sort();
    let newest_first = candidates.into_iter().rev().map(|(_, folder)| folder);
    let on_path = find_program("initdb").and_then(|program| program.parent().map(Path::to_path_buf));
    newest_first.chain(on_path).find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// PostgreSQL refuses to run as root.
fn find_unprivileged_user() -> Outcome<User> {
    let accounts = fs::read_to_string("/etc/passwd").explain(|| "cannot read /etc/passwd".into())?;
    let user = ["postgres", "nobody"].iter().find_map(|name| find_user(&accounts, name));
    user.map_or_else(|| fail("PostgreSQL refuses to run as root, and there is no user postgres or nobody"), Ok)
}

fn find_user(accounts: &str, wanted: &str) -> Option<User> {
    let line = accounts.lines().find(|line| line.split(':').next() == Some(wanted))?;
    let mut numbers = line.split(':').skip(2);
    Some(User { uid: numbers.next()?.parse().ok()?, gid: numbers.next()?.parse().ok()? })
}

fn make_home(home: &Path, user: Option<User>) -> Outcome {
    make_folder(home)?;
    fs::set_permissions(home, fs::Permissions::from_mode(0o700))
        .explain(|| "cannot close PostgreSQL's folder".into())?;
    let Some(User { uid, gid }) = user else { return Ok(()) };
    chown(home, Some(uid), Some(gid)).explain(|| "cannot give PostgreSQL its folder".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_its_whole_name() {
        let accounts = "root:x:0:0::/root:/bin/sh\npostgres-old:x:7:7::/:/\npostgres:x:101:104::/var:/bin/sh\n";
        let user = find_user(accounts, "postgres").unwrap();
        assert_eq!((user.uid, user.gid), (101, 104));
        assert!(find_user(accounts, "nobody").is_none());
    }
}
