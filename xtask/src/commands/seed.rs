//! `cargo xtask seed`: made-up events in the database of an install, to try things out with many of them.

use std::path::PathBuf;

use clap::Args;

use super::bench::run_bench;
use crate::fault::{Explain, Outcome};
use crate::workspace::{Workspace, make_folder};

#[derive(Args)]
pub struct SeedOptions {
    /// How many
    #[arg(long, default_value_t = 1_000)]
    events: usize,

    /// The folder of the SQLite file
    #[arg(long, env = "FOYER_DATA", default_value = "data")]
    data: PathBuf,

    /// A database of PostgreSQL instead
    #[arg(long, env = "DATABASE_URL")]
    database_url: Option<String>,
}

pub fn seed(workspace: &Workspace, options: &SeedOptions) -> Outcome {
    let postgres = options.database_url.as_deref().filter(|url| url.starts_with("postgres"));
    let place = if let Some(url) = postgres {
        ["postgres".to_owned(), url.to_owned()]
    } else {
        let folder = std::path::absolute(&options.data).explain(|| "the data folder is not usable".into())?;
        make_folder(&folder)?;
        ["sqlite".to_owned(), folder.join("foyer.sqlite").display().to_string()]
    };
    let wanted = ["seed".to_owned(), options.events.to_string()];
    run_bench(workspace, &[wanted, place].concat())
}
