//! A RabbitMQ node that lives as long as the tests, with a port mapper of its own (Erlang's would stay behind).

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{ports, probe};
use crate::fault::{Explain, Outcome, fail};
use crate::process::command::guarded;
use crate::process::interrupt;
use crate::process::lookup::find_program;
use crate::process::running::Running;
use crate::workspace::{make_folder, write_file};

const PATIENCE: Duration = Duration::from_secs(120);

/// Debian's command of the same name changes to another user and to the system's own node.
const DEBIAN_PROGRAMS: &str = "/usr/lib/rabbitmq/bin";

/// What a client says first in AMQP 0-9-1.
const GREETING: &[u8] = b"AMQP\x00\x00\x09\x01";

pub struct Broker {
    // In this order: the node takes its leave of the port mapper.
    node: Running,
    _port_mapper: Running,
    home: PathBuf,
    amqp_port: u16,
}

impl Broker {
    /// Starts it; [`Self::wait_until_ready`] waits, so that others can start meanwhile.
    pub fn start(rig: &Path) -> Outcome<Self> {
        let Some(programs) = find_programs() else { return fail("rabbitmq-server is not installed") };
        let home = rig.join("rabbitmq");
        make_folder(&home)?;
        let [amqp_port, distribution_port, mapper_port] = ports::find_free()?;
        let environment = environment(&home, amqp_port, distribution_port, mapper_port);
        write_configuration(&home, amqp_port)?;
        write_script(&home.join("stop"), &programs, &environment, "stop_app")?;
        write_script(&home.join("start"), &programs, &environment, "start_app")?;

        let mut mapper = guarded("epmd");
        mapper.args(["-address", "127.0.0.1", "-port", &mapper_port.to_string()]);
        let port_mapper = Running::start("epmd", &mut logged(mapper, &home, "epmd.log")?)?;
        let mut server = guarded(programs.join("rabbitmq-server"));
        server.envs(environment);
        let node = Running::start("RabbitMQ", &mut logged(server, &home, "node.log")?)?;
        Ok(Self { node, _port_mapper: port_mapper, home, amqp_port })
    }

    pub fn wait_until_ready(&mut self) -> Outcome {
        let ready = interrupt::poll(PATIENCE, || {
            if let Some(status) = self.node.status()? {
                return fail(format!("RabbitMQ ended at once ({status})\n{}", self.said()));
            }
            Ok(probe::ask(self.amqp_port, GREETING).map(|_| ()))
        })?;
        ready.map_or_else(|| fail(format!("RabbitMQ does not become ready\n{}", self.said())), Ok)
    }

    pub fn url(&self) -> String {
        format!("amqp://guest:guest@127.0.0.1:{}/%2f", self.amqp_port)
    }

    /// Shell commands that take the broker away and bring it back, for tests of what happens meanwhile.
    pub fn stop_command(&self) -> PathBuf {
        self.home.join("stop")
    }

    pub fn start_command(&self) -> PathBuf {
        self.home.join("start")
    }

    fn said(&self) -> String {
        fs::read_to_string(self.home.join("node.log")).unwrap_or_default()
    }
}

/// The folder with rabbitmq-server and rabbitmqctl.
pub fn find_programs() -> Option<PathBuf> {
    let on_path = find_program("rabbitmq-server").and_then(|program| program.parent().map(Path::to_path_buf));
    [Some(PathBuf::from(DEBIAN_PROGRAMS)), on_path]
        .into_iter()
        .flatten()
        .find(|folder| folder.join("rabbitmq-server").is_file() && folder.join("rabbitmqctl").is_file())
}

fn environment(home: &Path, amqp: u16, distribution: u16, mapper: u16) -> Vec<(&'static str, String)> {
    let inside = |name: &str| home.join(name).to_string_lossy().into_owned();
    vec![
        ("HOME", inside("")),
        ("RABBITMQ_NODENAME", "foyer@localhost".into()),
        ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1".into()),
        ("RABBITMQ_NODE_PORT", amqp.to_string()),
        ("RABBITMQ_DIST_PORT", distribution.to_string()),
        ("ERL_EPMD_PORT", mapper.to_string()),
        ("ERL_EPMD_ADDRESS", "127.0.0.1".into()),
        ("RABBITMQ_CONF_ENV_FILE", "/dev/null".into()),
        ("RABBITMQ_CONFIG_FILE", inside("rabbitmq.conf")),
        ("RABBITMQ_ENABLED_PLUGINS_FILE", inside("enabled_plugins")),
        ("RABBITMQ_MNESIA_BASE", inside("mnesia")),
        ("RABBITMQ_LOG_BASE", inside("log")),
        ("RABBITMQ_LOGS", "-".into()),
        ("RABBITMQ_GENERATED_CONFIG_DIR", inside("generated")),
        ("RABBITMQ_SCHEMA_DIR", inside("schema")),
        ("RABBITMQ_PID_FILE", inside("pid")),
        ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2".into()),
        // Makes the script become the node instead of waiting beside it, so that the kernel ends the right process.
        ("RUNNING_UNDER_SYSTEMD", "true".into()),
    ]
}

fn write_configuration(home: &Path, amqp_port: u16) -> Outcome {
    let configuration = format!(
        "listeners.tcp.local = 127.0.0.1:{amqp_port}\ndisk_free_limit.absolute = 50MB\nlog.console.level = warning\n"
    );
    write_file(&home.join("rabbitmq.conf"), configuration.as_bytes())?;
    write_file(&home.join("enabled_plugins"), b"[].\n")
}

fn write_script(path: &Path, programs: &Path, environment: &[(&str, String)], action: &str) -> Outcome {
    let exports: String = environment.iter().map(|(name, value)| format!("export {name}='{value}'\n")).collect();
    let control = programs.join("rabbitmqctl");
    let script = format!("#!/bin/sh\n{exports}exec '{}' --quiet {action}\n", control.display());
    write_file(path, script.as_bytes())?;
    fs::set_permissions(path, Permissions::from_mode(0o755)).explain(|| format!("cannot open {}", path.display()))
}

fn logged(mut command: Command, home: &Path, name: &str) -> Outcome<Command> {
    let log = File::create(home.join(name)).explain(|| format!("cannot write {name}"))?;
    command.stderr(log.try_clone().explain(|| "cannot share a log".into())?).stdout(log);
    Ok(command)
}
