//! From the words of a form's fields to what use cases take. Nothing typed is nothing said.

use std::str::FromStr;

use domain::edit::Edit;
use domain::events::{Amount, TIME_EXPECTED};
use domain::money::Currency;
use domain::refusal::FieldProblem;

use crate::api_error::ApiError;

pub fn choice<T: FromStr>(field: &str, typed: &str) -> Result<Option<T>, ApiError> {
    optional(field, typed, "Choose one of the list.")
}

/// Those of several that are chosen.
pub fn ticked<T: FromStr>(field: &str, ticked: &[String]) -> Result<Vec<T>, ApiError> {
    let chosen = ticked.iter().map(|typed| choice(field, typed));
    Ok(chosen.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

pub fn number(field: &str, typed: &str) -> Result<Option<i64>, ApiError> {
    optional(field, typed, "Enter a whole number.")
}

/// A form has boxes for a day and an hour: how programs write them is of no use to who fills it in.
pub fn in_words_of_a_form(refused: impl Into<ApiError>) -> ApiError {
    let mut refused = refused.into();
    for problem in refused.problems.iter_mut().filter(|problem| problem.message == TIME_EXPECTED) {
        problem.message = match problem.field.as_str() {
            "starts_at" => "Choose when it begins.",
            "ends_at" => "Choose when it ends.",
            _ => "Choose a day and a time.",
        }
        .to_owned();
    }
    refused
}

/// What stands between commas, semicolons or white space.
pub fn list(typed: &str) -> Vec<String> {
    let parts = typed.split(|c: char| c == ',' || c == ';' || c.is_whitespace());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn optional<T: FromStr>(field: &str, typed: &str, otherwise: &str) -> Result<Option<T>, ApiError> {
    match typed.trim() {
        "" => Ok(None),
        typed => Ok(Some(typed.parse().map_err(|_| FieldProblem::refuse(field, otherwise))?)),
    }
}

/// A form shows everything, so what is empty in it is meant to be empty.
pub fn edit<T>(value: Option<T>) -> Edit<T> {
    value.map_or(Edit::Clear, Edit::Set)
}

pub fn price(field: &str, typed: &str, currency: &str) -> Result<Amount, ApiError> {
    let known = Currency::parse(currency).unwrap_or(Currency::Eur);
    let amount = known.parse_amount(typed).ok_or_else(|| {
        FieldProblem::refuse(field, format!("Enter an amount like {}, or 0.", known.type_amount(1_250)))
    })?;
    Ok(Amount { amount, currency: currency.to_owned() })
}
