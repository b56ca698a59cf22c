//! The published measurements. Each prints the price of the disk beside its figures, runs its cases in turn several
//! times over, and fails when a bar in `docs/performance.md` is not reached.

mod catalogue;
mod commits;
mod disk;
mod figures;
mod memory;
mod place;
mod plans;
mod seed;
mod stopwatch;

use std::process::ExitCode;

use domain::store::Location;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let reached = match wanted.as_slice() {
        [] | ["commits"] => commits::measure().await,
        ["plans"] => plans::measure().await,
        ["catalogue"] => catalogue::measure(None).await,
        ["catalogue", "--postgres", url] => catalogue::measure(Some((*url).to_owned())).await,
        ["seed", count, "sqlite", path] => plant(count, &Location::Sqlite(path.into())).await,
        ["seed", count, "postgres", url] => plant(count, &Location::Postgres((*url).to_owned())).await,
        other => Err(format!("there is no measurement “{}”; there are: commits, plans, catalogue", other.join(" "))),
    };
    match reached {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

async fn plant(count: &str, location: &Location) -> Result<(), String> {
    let count = count.parse().map_err(|_| format!("“{count}” is no number of events"))?;
    let watch = stopwatch::Stopwatch::start();
    let platform = place::open(location).await.map_err(place::explain)?;
    let planted = seed::plant(&platform, count).await.map_err(place::explain);
    platform.store.close().await;
    planted?;
    println!("made {} events in {:.1?}", figures::with_thousands(count as u64), watch.elapsed());
    Ok(())
}
