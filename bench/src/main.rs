//! The published measurements. Each prints the price of the disk beside its figures, runs its cases in turn several
//! times over, and fails when a bar in `docs/performance.md` is not reached.

mod commits;
mod disk;
mod figures;
mod place;
mod plans;
mod stopwatch;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_else(|| "commits".into());
    let reached = match wanted.as_str() {
        "commits" => commits::measure().await,
        "plans" => plans::measure().await,
        other => Err(format!("there is no measurement “{other}”; there are: commits, plans")),
    };
    match reached {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
