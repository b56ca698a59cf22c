//! How a command can end badly. Whoever reads it wants a sentence, not a type.

use std::fmt::Display;

#[derive(Debug)]
pub enum Fault {
    /// What went wrong and, where possible, what to do about it.
    Said(String),
    /// Somebody pressed Ctrl-C or asked us to stop.
    Interrupted,
    /// A program we only stand in for ended with this code and has already said why.
    Exit(u8),
}

pub type Outcome<T = ()> = Result<T, Fault>;

/// Shorthand for the common way to fail.
pub fn fail<T>(sentence: impl Into<String>) -> Outcome<T> {
    Err(Fault::Said(sentence.into()))
}

/// Puts what we were doing in front of what the system said.
pub trait Explain<T> {
    fn explain(self, doing: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: Display> Explain<T> for Result<T, E> {
    fn explain(self, doing: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|cause| Fault::Said(format!("{}: {cause}", doing())))
    }
}
