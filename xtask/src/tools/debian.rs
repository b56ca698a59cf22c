//! Debian packages the tests need: installed when we may, named exactly when we may not.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::fault::{Explain, Outcome, fail};
use crate::process::command::guarded_with;
use crate::process::lookup::{has_program, is_root};
use crate::process::run::run;
use crate::steps::remark;

/// Debian asks this script whether an installation may start a daemon.
const POLICY: &str = "/usr/sbin/policy-rc.d";
const POLICY_ASIDE: &str = "/usr/sbin/policy-rc.d.before-foyer";
const NO_DAEMONS: &str = "#!/bin/sh\n# Placed by `cargo xtask test` while it installs packages.\nexit 101\n";

/// Installs packages, or says how to.
pub fn ensure_packages(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    if !is_root() || !has_program("apt-get") {
        return fail(format!(
            "these tests need programs that are missing here. On Debian or Ubuntu install them with\n\n    \
             sudo apt-get update && sudo apt-get install --no-install-recommends {list}\n\nand start again \
             (`cargo xtask test --quick` leaves out what needs them)."
        ));
    }
    remark(&format!("installing {list}"));
    run("apt-get update", apt().arg("update").arg("-qq"))?;
    let _guard = NoDaemons::set_up()?;
    run("apt-get install", apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt() -> std::process::Command {
    // A polite signal when we are gone: a package manager cut off in the middle leaves a broken system.
    let mut command = guarded_with("apt-get", "TERM", None);
    command.env("DEBIAN_FRONTEND", "noninteractive").env("LC_ALL", "C.UTF-8");
    command
}

/// While it lives, no package may start a daemon; afterwards the machine's own policy is back.
struct NoDaemons;

impl NoDaemons {
    fn set_up() -> Outcome<Self> {
        if Path::new(POLICY).exists() && !Path::new(POLICY_ASIDE).exists() {
            fs::rename(POLICY, POLICY_ASIDE).explain(|| format!("cannot set {POLICY} aside"))?;
        }
        let guard = Self;
        fs::write(POLICY, NO_DAEMONS)
            .and_then(|()| fs::set_permissions(POLICY, Permissions::from_mode(0o755)))
            .explain(|| format!("cannot write {POLICY}"))?;
        Ok(guard)
    }
}

impl Drop for NoDaemons {
    fn drop(&mut self) {
        // Nothing sensible is left to do when this fails; the script says where it came from.
        let _ = fs::remove_file(POLICY);
        if Path::new(POLICY_ASIDE).exists() {
            let _ = fs::rename(POLICY_ASIDE, POLICY);
        }
    }
}
