//! What is wrong with the fields of a form or a body.

use serde::{Deserialize, Serialize};

use super::Refusal;

/// What is wrong with one field, in words for the person who filled it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    pub field: String,
    pub message: String,
}

impl FieldProblem {
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// A refusal because of this one field.
    pub fn refuse(field: impl Into<String>, message: impl Into<String>) -> Refusal {
        Refusal::InvalidInput(vec![Self::new(field, message)])
    }
}

/// Collects the problems of several fields, so that a form shows all of them at once.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldProblem>);

impl Problems {
    /// The parsed value, or nothing and a noted problem.
    pub fn check<T>(&mut self, field: &str, parsed: Result<T, String>) -> Option<T> {
        parsed.map_err(|message| self.0.push(FieldProblem::new(field, message))).ok()
    }

    pub fn refusal(self) -> Refusal {
        Refusal::InvalidInput(self.0)
    }

    pub fn into_result(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }
}
