//! What the address of a page of events asks for, however its events are laid out.

use domain::events::{CatalogueQuery, MINOR_UNITS_EXPECTED};
use domain::money::Currency;

use crate::api_error::ApiError;
use crate::caller::id_in_address;

const NO_AMOUNT: i64 = -1;

/// As it stands there: empty is anything.
pub struct LookedFor {
    pub q: String,
    pub category: String,
    pub club: String,
    pub city: String,
    pub min_price: String,
    pub max_price: String,
    pub currency: String,
    pub online: bool,
    pub free: bool,
    pub available: bool,
    pub mine: bool,
}

impl LookedFor {
    /// Prices are in the currency that is named, and without a name in that of the reader: compared across
    /// currencies they would say nothing.
    pub fn narrow(self, query: CatalogueQuery, home: Currency) -> Result<CatalogueQuery, ApiError> {
        let currency = Currency::parse(&self.currency).unwrap_or(home);
        let (min_price, max_price) = (price(&self.min_price, currency), price(&self.max_price, currency));
        let named = if self.currency.is_empty() { currency.code().to_owned() } else { self.currency };
        let has_price = min_price.is_some() || max_price.is_some();
        // Not ticked is not a wish for the opposite.
        let ticked = |yes: bool| yes.then_some(true);
        Ok(CatalogueQuery {
            text: self.q,
            category: id(&self.category)?,
            club: id(&self.club)?,
            city: Some(self.city),
            online: ticked(self.online),
            free: ticked(self.free),
            available: ticked(self.available),
            mine: self.mine,
            min_price,
            max_price,
            currency: has_price.then_some(named),
            ..query
        })
    }
}

/// What is no amount becomes one that there is not, so that it is refused together with whatever else is wrong.
fn price(typed: &str, currency: Currency) -> Option<i64> {
    let typed = Some(typed.trim()).filter(|typed| !typed.is_empty())?;
    Some(currency.parse_amount(typed).unwrap_or(NO_AMOUNT))
}

/// People type no minor units.
pub fn in_amounts(refused: impl Into<ApiError>, currency: Currency) -> ApiError {
    let mut refused = refused.into();
    for problem in refused.problems.iter_mut().filter(|problem| problem.message == MINOR_UNITS_EXPECTED) {
        problem.message = format!("Enter an amount like {}.", currency.type_amount(1_250));
    }
    refused
}

fn id<T: std::str::FromStr>(text: &str) -> Result<Option<T>, ApiError> {
    if text.is_empty() { Ok(None) } else { id_in_address(text).map(Some) }
}
