//! The only place in here that reads environment variables.
#![expect(clippy::disallowed_methods, reason = "a build tool takes its folders and switches from the environment")]

use std::path::PathBuf;

/// A variable that is set and not empty.
pub fn read(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

pub fn path(name: &str) -> Option<PathBuf> {
    read(name).map(PathBuf::from)
}

/// A switch: unset, `0` and `false` mean off.
pub fn is_on(name: &str) -> bool {
    read(name).is_some_and(|value| value != "0" && value != "false")
}
