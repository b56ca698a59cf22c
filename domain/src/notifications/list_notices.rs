//! One's own notices, newest first.

use super::{Notice, store};
use crate::accounts::Caller;
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;

pub async fn list_notices(
    platform: &Platform,
    caller: Caller,
    limit: Option<i64>,
    cursor: Option<&str>,
) -> Outcome<Page<Notice>> {
    let page = PageRequest::parse(limit, cursor)?;
    let mut tx = platform.read().await?;
    let rows = store::list_notices(&mut tx, caller.user_id, page).await?;
    let total = store::count_notices(&mut tx, caller.user_id).await?;
    Ok(Page::from_rows(rows, page, total, |notice| notice.id.0))
}

pub async fn count_unread(platform: &Platform, caller: Caller) -> Outcome<i64> {
    let mut tx = platform.read().await?;
    Ok(store::count_unread(&mut tx, caller.user_id).await?)
}
