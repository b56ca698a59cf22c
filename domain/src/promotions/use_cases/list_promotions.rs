//! The codes of an event to those who run it, and those that hold everywhere to admins.

use super::look_after::must_look_after;
use crate::accounts::Caller;
use crate::ids::EventId;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;
use crate::promotions::Promotion;
use crate::promotions::store::promotions;

#[derive(Clone, Debug, Default)]
pub struct PromotionQuery {
    /// Those that hold everywhere without one.
    pub event_id: Option<EventId>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

pub async fn list_promotions(platform: &Platform, caller: Caller, query: PromotionQuery) -> Outcome<Page<Promotion>> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    let mut tx = platform.read().await?;
    must_look_after(&mut tx, caller, query.event_id).await?;
    let rows = promotions::list(&mut tx, query.event_id, page).await?;
    let total = promotions::count(&mut tx, query.event_id).await?;
    let now = tx.now();
    Ok(Page::from_rows(rows, page, total, |row| row.promotion_id.0).map(|row| row.into_view(now)))
}
