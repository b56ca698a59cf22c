//! How many small use cases are committed per second on SQLite, durably, with 1, 16 and 128 callers that each wait
//! for their answer before they ask again. The use case is a real one: a person changes a preference (read, guarded
//! update, journal entry).

use std::path::Path;
use std::time::Duration;

use domain::accounts::{Caller, PreferencesEdit, Role, edit_preferences};
use domain::platform::Platform;
use domain::store::Location;

use crate::disk::fdatasync_time;
use crate::figures::{median, with_thousands};
use crate::place::{explain, in_a_folder, open, people};
use crate::stopwatch::Stopwatch;

const WAITING: [usize; 3] = [1, 16, 128];
const ROUNDS: usize = 5;
const EACH: Duration = Duration::from_secs(2);
/// The bars: what sharing commits must bring, and what nobody may have to wait.
const GAIN_MIN: f64 = 3.0;
const WAIT_MAX: Duration = Duration::from_millis(200);

#[derive(Clone, Copy, Default)]
struct Run {
    per_second: u64,
    longest_wait: Duration,
}

pub async fn measure() -> Result<(), String> {
    in_a_folder(measure_in).await
}

async fn measure_in(folder: &Path) -> Result<(), String> {
    let platform = open(&Location::Sqlite(folder.join("bench.sqlite"))).await.map_err(explain)?;
    let callers = people(&platform, 128, Role::Attendee).await.map_err(explain)?;
    let mut runs: Vec<Vec<Run>> = WAITING.iter().map(|_| Vec::new()).collect();
    let before = fdatasync_time(folder).map_err(|error| error.to_string())?;
    for _ in 0..ROUNDS {
        for (case, waiting) in runs.iter_mut().zip(WAITING) {
            case.push(run(&platform, &callers[..waiting]).await?);
        }
    }
    let after = fdatasync_time(folder).map_err(|error| error.to_string())?;
    platform.store.close().await;
    report(&mut runs, before, after)
}

/// Every caller asks, waits for the durable answer, and asks again, until the time is up.
async fn run(platform: &Platform, callers: &[Caller]) -> Result<Run, String> {
    let watch = Stopwatch::start();
    let tasks: Vec<_> = callers
        .iter()
        .map(|caller| {
            let (platform, caller) = (platform.clone(), *caller);
            tokio::spawn(async move {
                let (mut done, mut longest) = (0_u64, Duration::ZERO);
                while watch.elapsed() < EACH {
                    let asked = Stopwatch::start();
                    let edit = PreferencesEdit { email_marketing: Some(done % 2 == 0), ..Default::default() };
                    edit_preferences(&platform, caller, edit).await.map_err(explain)?;
                    longest = longest.max(asked.elapsed());
                    done += 1;
                }
                Ok::<_, String>((done, longest))
            })
        })
        .collect();
    let mut total = 0;
    let mut longest_wait = Duration::ZERO;
    for task in tasks {
        let (done, longest) = task.await.map_err(|error| error.to_string())??;
        total += done;
        longest_wait = longest_wait.max(longest);
    }
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate")]
    let per_second = (total as f64 / watch.elapsed().as_secs_f64()) as u64;
    Ok(Run { per_second, longest_wait })
}

fn report(runs: &mut [Vec<Run>], before: Duration, after: Duration) -> Result<(), String> {
    println!(
        "Committed use cases per second on SQLite (synchronous=full), {ROUNDS} rounds of {} s each in turn",
        EACH.as_secs()
    );
    println!("fdatasync of this disk: {before:.2?} before, {after:.2?} after");
    println!("{:>8} {:>14} {:>12} {:>14} {:>14}", "waiting", "median /s", "worst /s", "median wait", "longest wait");
    let mut medians = Vec::new();
    let mut longest = Duration::ZERO;
    for (case, waiting) in runs.iter().zip(WAITING) {
        let mut rates: Vec<u64> = case.iter().map(|run| run.per_second).collect();
        let mut waits: Vec<Duration> = case.iter().map(|run| run.longest_wait).collect();
        let middle = median(&mut rates);
        let worst = rates.first().copied().unwrap_or_default();
        let middle_wait = median(&mut waits);
        let worst_wait = waits.last().copied().unwrap_or_default();
        println!(
            "{waiting:>8} {:>14} {:>12} {:>14} {:>14}",
            with_thousands(middle),
            with_thousands(worst),
            format!("{middle_wait:.1?}"),
            format!("{worst_wait:.1?}")
        );
        medians.push(middle);
        longest = longest.max(worst_wait);
    }
    #[expect(clippy::cast_precision_loss, reason = "a ratio")]
    let gain = medians.last().copied().unwrap_or_default() as f64 / medians.first().copied().unwrap_or(1).max(1) as f64;
    println!(
        "128 waiting bring {gain:.1} times the figure of 1 (bar: {GAIN_MIN}); nobody waited over {longest:.1?} (bar: {WAIT_MAX:?})"
    );
    if gain < GAIN_MIN || longest > WAIT_MAX {
        return Err("A bar was not reached.".into());
    }
    Ok(())
}
