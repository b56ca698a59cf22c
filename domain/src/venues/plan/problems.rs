//! What is wrong with a plan, each thing with the way to it. Where a rule is broken once it is often broken a thousand
//! times, so only the first ones are told.

use crate::refusal::{FieldProblem, Refusal};

pub const PLAN_PROBLEMS_MAX: usize = 50;

#[derive(Debug, Default)]
pub(super) struct PlanProblems(Vec<FieldProblem>);

impl PlanProblems {
    /// The way to it is only written down when there is something wrong there.
    pub fn note(&mut self, field: impl FnOnce() -> String, message: impl Into<String>) {
        if self.0.len() < PLAN_PROBLEMS_MAX {
            self.0.push(FieldProblem::new(field(), message));
        }
    }

    /// The cleaned text takes the place of what was sent.
    pub fn clean(
        &mut self,
        text: &mut String,
        field: impl FnOnce() -> String,
        parse: impl FnOnce(&str) -> Result<String, String>,
    ) {
        match parse(text) {
            Ok(parsed) => *text = parsed,
            Err(message) => self.note(field, message),
        }
    }

    pub fn into_result(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::InvalidInput(self.0)) }
    }
}
