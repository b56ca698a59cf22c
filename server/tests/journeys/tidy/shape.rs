//! The form of the code.

use super::sources::{crates, files, keep, product};

#[test]
fn files_are_at_most_400_lines_long() {
    const LINES_MAX: usize = 400;
    let folders: Vec<_> = crates().iter().map(|name| format!("{name}/src")).collect();
    let all = files(&folders.iter().map(String::as_str).collect::<Vec<_>>(), &[".rs"]);
    let long = all.iter().filter(|file| file.text.lines().count() > LINES_MAX);
    let broken: Vec<_> = long.map(|file| format!("{}: {}", file.path, file.text.lines().count())).collect();
    keep("A file has at most 400 lines: split it by idea.", &broken);
}

#[test]
fn features_are_switched_only_on_whole_items() {
    const ITEMS: [&str; 7] = ["mod ", "pub mod ", "pub use ", "use ", "impl", "pub(crate) mod ", "pub(crate) use "];
    let mut broken = Vec::new();
    for file in product() {
        let lines: Vec<&str> = file.text.lines().collect();
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| {
            line.trim().starts_with("#[cfg(feature") || line.trim().starts_with("#[cfg(not(feature")
        }) {
            let next = lines[index + 1..].iter().map(|line| line.trim()).find(|line| !line.starts_with("#["));
            let item = next.unwrap_or_default();
            if !ITEMS.iter().any(|start| item.starts_with(start)) {
                broken.push(format!("{}:{} {} before {item}", file.path, index + 1, line.trim()));
            }
        }
    }
    keep("#[cfg(feature = …)] stands only before mod, use, pub use and impl.", &broken);
}

#[test]
fn nothing_is_silenced_without_a_reason_and_nothing_is_left_for_later() {
    const RULES: [(&str, &str); 6] = [
        ("#[allow(", "Use #[expect(…, reason = …)]: it says why, and tells when it is no longer needed."),
        ("#![allow(", "Use #![expect(…, reason = …)]: it says why, and tells when it is no longer needed."),
        ("TODO", "What is left to do stands in an issue, not in the code."),
        ("FIXME", "What is broken stands in an issue, not in the code."),
        ("unimplemented!", "Code that is not there does not pretend to be."),
        ("todo!", "Code that is not there does not pretend to be."),
    ];
    // Put together here, so that this file does not break its own rules.
    let this_file = "server/tests/journeys/tidy/shape.rs";
    let crates = crates();
    let places: Vec<_> = crates.iter().map(String::as_str).chain(["style", "migrations"]).collect();
    let all = files(&places, &[".rs", ".css", ".sql"]);
    for (mark, rule) in RULES {
        let lines = all.iter().filter(|file| file.path != this_file).flat_map(|file| {
            let hits = file.text.lines().enumerate().filter(|(_, line)| line.contains(mark));
            hits.map(|(index, line)| format!("{}:{} {}", file.path, index + 1, line.trim()))
        });
        keep(rule, &lines.collect::<Vec<_>>());
    }
}

#[test]
fn every_file_says_at_its_head_what_it_is_for() {
    let migrations = files(&["migrations"], &[".sql"]);
    let missing = migrations.iter().filter(|file| !file.text.starts_with("--"));
    keep(
        "A migration begins with what its tables are for.",
        &missing.map(|file| file.path.clone()).collect::<Vec<_>>(),
    );
    let roots = product().into_iter().filter(|file| file.path.ends_with("/lib.rs") || file.path.ends_with("/main.rs"));
    let silent = roots.filter(|file| !file.text.starts_with("//!"));
    keep("A crate begins with what it is for.", &silent.map(|file| file.path).collect::<Vec<_>>());
}
