//! From the words of the form's fields to what the use cases take, and back to the fields people see.

use domain::edit::Edit;
use domain::events::Amount;
use domain::outcome::Failure;

use crate::api_error::ApiError;
use crate::events::api::typed;
use crate::promotions::api_views::PERCENT;

/// Percents or an amount. Without a unit nobody was asked, and it stays as it is.
pub fn off(off: &str, unit: &str) -> Result<(Edit<i64>, Edit<Amount>), ApiError> {
    match (unit, off.trim()) {
        ("", _) => Ok((Edit::Keep, Edit::Keep)),
        (_, "") => Ok((Edit::Clear, Edit::Clear)),
        (PERCENT, off) => Ok((typed::edit(typed::number("off", off)?), Edit::Keep)),
        (currency, off) => Ok((Edit::Keep, Edit::Set(typed::price("off", off, currency)?))),
    }
}

/// Nothing typed is no limit.
pub fn time(local: &str, zone: &str, was: &str) -> Edit<String> {
    typed::edit(Some(local).filter(|typed| !typed.is_empty()).map(|typed| domain::time::read_local(typed, zone, was)))
}

/// The form has one field for how much it takes off, whatever it is called elsewhere.
pub fn beside_what_was_typed(failure: Failure) -> ApiError {
    let mut error = ApiError::from(failure);
    for problem in &mut error.problems {
        if ["percent_off", "amount_off"].contains(&problem.field.as_str()) {
            problem.field = "off".into();
        }
    }
    error
}
