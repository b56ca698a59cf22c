//! What the address of a page of events asks for, however its events are laid out.

use domain::events::CatalogueQuery;

use crate::api_error::ApiError;
use crate::caller::id_in_address;

/// As it stands there: empty is anything.
pub struct LookedFor {
    pub q: String,
    pub category: String,
    pub club: String,
    pub city: String,
    pub online: bool,
    pub free: bool,
    pub available: bool,
    pub mine: bool,
}

impl LookedFor {
    pub fn into_query(self) -> Result<CatalogueQuery, ApiError> {
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
            ..CatalogueQuery::default()
        })
    }
}

fn id<T: std::str::FromStr>(text: &str) -> Result<Option<T>, ApiError> {
    if text.is_empty() { Ok(None) } else { id_in_address(text).map(Some) }
}
