//! How a use case ends: it succeeds, it is refused for a reason that can be said out loud, or it hits a fault that
//! is logged once, at the edge, and shown as a reference number.

use std::error::Error;

use crate::refusal::{EventRefusal, PromotionRefusal, Refusal};

pub type Outcome<T> = Result<T, Failure>;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<EventRefusal> for Failure {
    fn from(refusal: EventRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<PromotionRefusal> for Failure {
    fn from(refusal: PromotionRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

/// Something of ours broke. What it says is for operators only; callers see a reference number.
#[derive(Debug, thiserror::Error)]
#[error("{what}")]
pub struct Fault {
    what: String,
    /// Two transactions got in each other's way: the loser is run again.
    pub worth_retrying: bool,
    #[source]
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Fault {
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), worth_retrying: false, source: None }
    }

    pub fn because(what: impl Into<String>, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { what: what.into(), worth_retrying: false, source: Some(source.into()) }
    }

    /// The whole chain of causes in one line, for the log.
    pub fn chain(&self) -> String {
        let mut text = self.what.clone();
        let mut cause = self.source();
        while let Some(error) = cause {
            text.push_str(": ");
            text.push_str(&error.to_string());
            cause = error.source();
        }
        text
    }
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        const SERIALIZATION_FAILURE: &str = "40001";
        const DEADLOCK_DETECTED: &str = "40P01";
        // Somebody took the name between looking and writing. The next run sees theirs and can say so.
        const UNIQUE_VIOLATION: &str = "23505";
        let worth_retrying = error
            .as_database_error()
            .and_then(sqlx::error::DatabaseError::code)
            .is_some_and(|code| [SERIALIZATION_FAILURE, DEADLOCK_DETECTED, UNIQUE_VIOLATION].contains(&code.as_ref()));
        Self { what: "the database failed".into(), worth_retrying, source: Some(Box::new(error)) }
    }
}
