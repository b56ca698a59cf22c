//! The kinds of event there are, by name. They are few enough for one page.

use crate::events::Category;
use crate::events::store::categories::{self, CategoryRow};
use crate::outcome::Outcome;
use crate::page::Page;
use crate::platform::Platform;

pub async fn list_categories(platform: &Platform) -> Outcome<Page<Category>> {
    let mut tx = platform.read().await?;
    let items: Vec<Category> = categories::list(&mut tx).await?.into_iter().map(CategoryRow::into_view).collect();
    let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
    Ok(Page { items, next_cursor: None, total })
}
