//! What may stand where.

use super::sources::{Source, keep, product};

/// Every line of code that contains one of these, outside the places they belong.
fn strays(files: &[Source], marks: &[&str], belongs: impl Fn(&str) -> bool) -> Vec<String> {
    let elsewhere = files.iter().filter(|file| !belongs(&file.path));
    elsewhere
        .flat_map(|file| {
            let hits = file.code().filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
            hits.map(|(number, line)| format!("{}:{number} {}", file.path, line.trim()))
        })
        .collect()
}

fn is_store(path: &str) -> bool {
    path.starts_with("domain/")
        && (path.ends_with("/store.rs") || path.contains("/store/") || path.ends_with("src/journal.rs"))
}

#[test]
fn sql_stands_only_in_store_files_and_the_journal() {
    let marks = ["sqlx::query", "query_as", "\"select ", "\"insert into ", "\"update ", "\"delete from "];
    keep("SQL stands only in store.rs, store/*.rs and journal.rs of domain.", &strays(&product(), &marks, is_store));
}

#[test]
fn only_the_domain_knows_the_database() {
    let marks = ["sqlx::", "sqlx("];
    let belongs = |path: &str| path.starts_with("domain/");
    keep("Only domain names sqlx: app and server call use cases.", &strays(&product(), &marks, belongs));
}

#[test]
fn only_use_cases_record_what_happened() {
    let belongs = |path: &str| path.starts_with("domain/");
    keep(
        "journal::record is called only inside domain, in the transaction of the change.",
        &strays(&product(), &["journal::record"], belongs),
    );
}

#[test]
fn only_messaging_knows_the_broker() {
    let belongs = |path: &str| path.starts_with("server/src/messaging/") || path == "server/src/messaging.rs";
    keep("lapin is named only in server/src/messaging.", &strays(&product(), &["lapin"], belongs));
}

#[test]
fn only_the_mailer_knows_smtp() {
    let belongs = |path: &str| path == "server/src/notifier/mailer.rs";
    keep("lettre is named only in server/src/notifier/mailer.rs.", &strays(&product(), &["lettre"], belongs));
}

#[test]
fn the_domain_knows_no_http_and_no_pages() {
    let marks = ["axum", "leptos", "http::", "hyper", "tower", "lapin", "lettre"];
    let belongs = |path: &str| !path.starts_with("domain/");
    keep("domain knows no HTTP, no HTML and no broker.", &strays(&product(), &marks, belongs));
}

#[test]
fn a_refusal_becomes_a_status_in_one_place() {
    let files: Vec<_> = product().into_iter().filter(|file| file.path.starts_with("server/src/rest/")).collect();
    let marks = ["if ", "match ", "while ", "loop "];
    let belongs = |path: &str| path.ends_with("/body.rs") || path.ends_with("/who.rs") || path.ends_with("/views.rs");
    keep("A REST handler decides nothing: find who asks, call one use case, answer.", &strays(&files, &marks, belongs));
}

#[test]
fn time_and_chance_come_from_the_platform() {
    let marks = ["SystemTime::now", "Instant::now", "Uuid::new_v4", "Uuid::now_v7", "rand::rng", "thread_rng"];
    let belongs = |path: &str| path == "domain/src/platform/clock.rs" || path == "domain/src/platform/random.rs";
    keep("Time and chance come from Platform, so that tests can turn the clock.", &strays(&product(), &marks, belongs));
}
