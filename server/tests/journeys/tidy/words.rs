//! The words of the project: it speaks of itself, and what it names exists.

use super::sources::{Source, crates, files, keep, root};

/// Beside the crates.
const PLACES: [&str; 10] =
    ["docs", "e2e", "migrations", "public", "style", "Cargo.toml", "README.md", ".env.example", ".ci", "clippy.toml"];
const TEXTS: [&str; 14] = [
    ".rs", ".toml", ".md", ".css", ".sql", ".ts", ".json", ".html", ".txt", ".yaml", ".yml", ".snap", ".example", "run",
];

fn texts() -> Vec<Source> {
    let this_file = "server/tests/journeys/tidy/words.rs";
    let locked = "package-lock.json";
    let crates = crates();
    let places: Vec<_> = crates.iter().map(String::as_str).chain(PLACES).collect();
    files(&places, &TEXTS).into_iter().filter(|file| file.path != this_file && !file.path.ends_with(locked)).collect()
}

fn lines_with(mark: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in texts() {
        let hits = file.text.lines().enumerate().filter(|(_, line)| mark(line));
        found.extend(hits.map(|(index, line)| format!("{}:{} {}", file.path, index + 1, line.trim())));
    }
    found
}

/// Whether the word stands there on its own.
fn has_word(line: &str, word: &str) -> bool {
    let line = line.to_lowercase();
    line.match_indices(word).any(|(at, _)| {
        let letter = |c: char| c.is_alphanumeric() || c == '_';
        !line[..at].ends_with(letter) && !line[at + word.len()..].starts_with(letter)
    })
}

#[test]
fn the_project_speaks_only_of_itself() {
    const WORDS: [&str; 9] =
        ["assistant", "chatbot", "llm", "language model", "copilot", "prompt", "ai-generated", "as an ai", "brief"];
    // What browsers, shells and clubs are called is no such word.
    let innocent = |line: &str| ["accesskit", "window.prompt", "in brief"].iter().any(|known| line.contains(known));
    let broken = lines_with(|line| !innocent(line) && WORDS.iter().any(|word| has_word(line, word)));
    keep("The project speaks of the product and of nothing else.", &broken);
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    const FOLDERS: [&str; 5] = ["/home/", "/Users/", "/root/", "/work/", "C:\\Users"];
    let broken = lines_with(|line| FOLDERS.iter().any(|folder| line.replace("/home/somebody", "").contains(folder)));
    keep("Paths are relative to the project or come from settings.", &broken);
}

#[test]
fn every_document_that_is_mentioned_exists() {
    let mut broken = Vec::new();
    for file in texts() {
        for (index, line) in file.text.lines().enumerate() {
            for (at, _) in line.match_indices("docs/") {
                let path: String =
                    line[at..].chars().take_while(|c| c.is_alphanumeric() || "/._-".contains(*c)).collect();
                let path = path.trim_end_matches('.');
                let inside_api = line[..at].ends_with("/api/") || line[..at].ends_with("design/");
                if path.contains('.') && !inside_api && !root().join(path).exists() {
                    broken.push(format!("{}:{} {path}", file.path, index + 1));
                }
            }
        }
    }
    keep("A document that is mentioned exists.", &broken);
}
