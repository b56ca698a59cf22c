//! How long a search of 100,000 published events takes: every filter alone, typical combinations, words as they are
//! written and mistyped, deep pages and counts; on SQLite, and on PostgreSQL where one is given.

use std::path::PathBuf;
use std::time::Duration;

use domain::events::{CatalogueQuery, find_events, list_categories, open_catalogue, see_month};
use domain::ids::CategoryId;
use domain::outcome::Outcome;
use domain::platform::Platform;
use domain::store::Location;

use crate::figures::with_thousands;
use crate::memory::own_mib;
use crate::place::{explain, open};
use crate::seed;
use crate::stopwatch::Stopwatch;

const EVENTS: usize = 100_000;
const TIMES: usize = 200;
/// The bar: what 99 of 100 searches of any kind take at most.
const BAR: Duration = Duration::from_millis(50);
const CALLERS: usize = 16;
const TOGETHER: Duration = Duration::from_secs(5);

pub async fn measure(postgres: Option<String>) -> Result<(), String> {
    let folder = std::env::temp_dir().join(format!("foyer-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut locations = vec![Location::Sqlite(folder.join("bench.sqlite"))];
    locations.extend(postgres.map(Location::Postgres));
    let measured = measure_all(&locations).await;
    std::fs::remove_dir_all::<PathBuf>(folder).map_err(|error| error.to_string())?;
    measured
}

async fn measure_all(locations: &[Location]) -> Result<(), String> {
    let mut worst = Duration::ZERO;
    for location in locations {
        worst = worst.max(measure_at(location).await.map_err(explain)?);
    }
    println!("the slowest p99 is {worst:.1?} (bar: {BAR:?})");
    if worst > BAR { Err("A bar was not reached.".into()) } else { Ok(()) }
}

async fn measure_at(location: &Location) -> Outcome<Duration> {
    let platform = open(location).await?;
    println!("\n{}: {} published events", platform.store.kind(), with_thousands(EVENTS as u64));
    let watch = Stopwatch::start();
    seed::plant(&platform, EVENTS).await?;
    println!("made in {:.1?}", watch.elapsed());
    let (watch, before) = (Stopwatch::start(), own_mib());
    open_catalogue(&platform).await?;
    let grown = own_mib().saturating_sub(before);
    println!("read into memory in {:.1?}, {grown} MiB more of memory", watch.elapsed());
    println!("{:<34} {:>9} {:>9} {:>9} {:>9}", "", "p50", "p95", "p99", "found");
    let mut worst = Duration::ZERO;
    for (name, query) in cases(&platform).await? {
        worst = worst.max(measure_case(&platform, name, &query).await?);
    }
    worst = worst.max(measure_deep_pages(&platform).await?);
    worst = worst.max(measure_month(&platform).await?);
    measure_together(&platform).await?;
    platform.store.close().await;
    Ok(worst)
}

async fn cases(platform: &Platform) -> Outcome<Vec<(&'static str, CatalogueQuery)>> {
    let categories = list_categories(platform).await?.items;
    let category = categories.iter().find(|category| category.name == "Music").map(|category| category.id);
    let mut cases = alone(category);
    cases.extend(together(category));
    Ok(cases)
}

fn words(text: &str) -> CatalogueQuery {
    CatalogueQuery { text: text.into(), ..Default::default() }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn alone(category: Option<CategoryId>) -> Vec<(&'static str, CatalogueQuery)> {
    let query = CatalogueQuery::default;
    vec![
        ("no filter", query()),
        ("category", CatalogueQuery { category, ..query() }),
        ("city", CatalogueQuery { city: some("koln"), ..query() }),
        ("from and to", CatalogueQuery { from: some("2027-01-01"), to: some("2027-01-03"), ..query() }),
        ("online", CatalogueQuery { online: Some(true), ..query() }),
        ("free", CatalogueQuery { free: Some(true), ..query() }),
        ("available", CatalogueQuery { available: Some(true), ..query() }),
        ("prices", CatalogueQuery { min_price: Some(1_000), max_price: Some(2_000), ..query() }),
        ("past", CatalogueQuery { status: some("past"), ..query() }),
        ("sorted by price", CatalogueQuery { sort: some("price"), ..query() }),
        ("newest first", CatalogueQuery { sort: some("newest"), ..query() }),
        ("counts", CatalogueQuery { facets: true, ..query() }),
    ]
}

fn together(category: Option<CategoryId>) -> Vec<(&'static str, CatalogueQuery)> {
    vec![
        ("one word", words("jazz")),
        ("one word, mistyped", words("astornomy")),
        ("the beginning of a word", words("ar")),
        ("a word in every description", words("the")),
        ("a category's name", words("music")),
        ("three words", words("golden jazz berlin")),
        ("three words, two mistyped", words("goldne jzaz berlin")),
        ("nothing found", words("xylophonist")),
        (
            "nothing found, twelve words",
            words(
                "aaaaaaaaa bbbbbbbbb cccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhhhh iiiiiiiii jjjjjjjjj kkkkkkkkk lllllllll",
            ),
        ),
        (
            "category, city, free",
            CatalogueQuery { category, city: some("Berlin"), free: Some(true), ..Default::default() },
        ),
        (
            "words, city, days, price, counts",
            CatalogueQuery {
                city: some("Berlin"),
                from: some("2026-12-01"),
                to: some("2027-06-01"),
                max_price: Some(3_000),
                available: Some(true),
                facets: true,
                ..words("jazz concert")
            },
        ),
        ("a hundred items, counts", CatalogueQuery { limit: Some(100), facets: true, ..words("concert") }),
    ]
}

async fn measure_case(platform: &Platform, name: &str, query: &CatalogueQuery) -> Outcome<Duration> {
    let mut times = Vec::with_capacity(TIMES);
    let mut total = 0;
    for _ in 0..TIMES {
        let watch = Stopwatch::start();
        total = find_events(platform, None, query.clone()).await?.total;
        times.push(watch.elapsed());
    }
    Ok(report(name, &mut times, total))
}

/// The weeks of a month, with the first of each day and all counts.
async fn measure_month(platform: &Platform) -> Outcome<Duration> {
    let mut times = Vec::with_capacity(TIMES);
    let mut total = 0;
    for _ in 0..TIMES {
        let watch = Stopwatch::start();
        let month = see_month(platform, None, CatalogueQuery::default(), Some("2027-01")).await?;
        times.push(watch.elapsed());
        total = month.days.iter().map(|day| day.total).sum();
    }
    Ok(report("a month by its days", &mut times, total))
}

/// Every page of the whole list after the first thousand events.
async fn measure_deep_pages(platform: &Platform) -> Outcome<Duration> {
    let mut times = Vec::new();
    let mut query = CatalogueQuery { limit: Some(100), ..Default::default() };
    let mut total = 0;
    for page in 0..TIMES {
        let watch = Stopwatch::start();
        let found = find_events(platform, None, query.clone()).await?;
        if page >= 10 {
            times.push(watch.elapsed());
        }
        total = found.total;
        query.cursor = found.next_cursor;
    }
    Ok(report("pages 10 to 200 of 100", &mut times, total))
}

fn report(name: &str, times: &mut [Duration], total: i64) -> Duration {
    times.sort_unstable();
    let at =
        |percent: usize| times.get((times.len() * percent / 100).min(times.len() - 1)).copied().unwrap_or_default();
    let shown = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1_000.0);
    let found = with_thousands(u64::try_from(total).unwrap_or_default());
    println!("{name:<34} {:>9} {:>9} {:>9} {found:>9}", shown(at(50)), shown(at(95)), shown(at(99)));
    at(99)
}

/// All kinds in turn, asked by many at once.
async fn measure_together(platform: &Platform) -> Outcome<()> {
    let cases = cases(platform).await?;
    let watch = Stopwatch::start();
    let tasks: Vec<_> = (0..CALLERS)
        .map(|caller| {
            let (platform, cases) = (platform.clone(), cases.clone());
            tokio::spawn(async move {
                let mut times = Vec::new();
                for (_, query) in cases.iter().cycle().skip(caller) {
                    if watch.elapsed() >= TOGETHER {
                        break;
                    }
                    let asked = Stopwatch::start();
                    find_events(&platform, None, query.clone()).await?;
                    times.push(asked.elapsed());
                }
                Outcome::Ok(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        if let Ok(asked) = task.await {
            times.extend(asked?);
        }
    }
    let per_second = times.len() as u64 / TOGETHER.as_secs();
    report(&format!("{CALLERS} callers, all of these in turn"), &mut times, 0);
    println!("{} per second", with_thousands(per_second));
    Ok(())
}
