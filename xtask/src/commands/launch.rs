//! Starting the server as a developer wants it: local, with demo data, on the site just built.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::environment;
use crate::fault::Outcome;
use crate::process::command::guarded;
use crate::process::running::Running;

#[derive(Args)]
pub struct LaunchOptions {
    /// Where to listen
    #[arg(long, env = "FOYER_ADDRESS", default_value = "127.0.0.1:8080")]
    address: String,

    /// Where the database and everything else that must be kept lies
    #[arg(long, env = "FOYER_DATA", default_value = "./data")]
    data: PathBuf,

    /// Start with an empty platform instead of demo data
    #[arg(long)]
    no_demo: bool,
}

/// What somebody has set stays as it is; we only fill in the rest.
pub fn launch(options: &LaunchOptions, binary: &Path, site: &Path, reload_pages: bool) -> Outcome<Running> {
    let mut command = guarded(binary);
    command.env("FOYER_ADDRESS", &options.address).env("FOYER_DATA", &options.data);
    if options.no_demo {
        command.env("FOYER_DEMO", "false");
    } else if environment::read("FOYER_DEMO").is_none() {
        command.env("FOYER_DEMO", "true");
    }
    if environment::read("FOYER_MODE").is_none() {
        command.env("FOYER_MODE", "local");
    }
    if environment::read("FOYER_SITE").is_none() {
        command.env("FOYER_SITE", site);
    }
    if reload_pages {
        command.env("FOYER_DEV_RELOAD", "true");
    }
    Running::start("Foyer", &mut command)
}
