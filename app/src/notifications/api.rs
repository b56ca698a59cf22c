//! The server functions of the notices.

use domain::ids::NoticeId;
use domain::notifications::NoticeKind;
use domain::time::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api_error::ApiError;

#[cfg(feature = "ssr")]
use crate::caller::{caller, platform};
#[cfg(feature = "ssr")]
use domain::{accounts, notifications, time};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeShown {
    pub id: NoticeId,
    pub kind: NoticeKind,
    pub title: String,
    pub text: String,
    pub link: String,
    pub at: Moment,
    pub read: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticesShown {
    pub notices: Vec<NoticeShown>,
    pub next_cursor: Option<String>,
    pub unread: i64,
}

#[server(prefix = "/api/fn", endpoint = "notifications/list_notices")]
pub async fn list_notices(#[server(default)] cursor: String) -> Result<NoticesShown, ApiError> {
    let (platform, caller) = (platform()?, caller()?);
    let preferences = accounts::see_preferences(&platform, caller).await?;
    let page = notifications::list_notices(&platform, caller, None, Some(&cursor)).await?;
    let unread = notifications::count_unread(&platform, caller).await?;
    let page = page.map(|notice| NoticeShown {
        title: notice.title(),
        text: notice.text().to_owned(),
        link: notice.link(),
        id: notice.id,
        kind: notice.kind,
        at: time::show_moment(notice.created_at, &preferences.time_zone, preferences.language),
        read: notice.read,
    });
    Ok(NoticesShown { notices: page.items, next_cursor: page.next_cursor, unread })
}

#[server(prefix = "/api/fn", endpoint = "notifications/read_notice")]
pub async fn read_notice(notice_id: NoticeId) -> Result<(), ApiError> {
    Ok(notifications::read_notice(&platform()?, caller()?, notice_id).await?)
}

#[server(prefix = "/api/fn", endpoint = "notifications/read_all_notices")]
pub async fn read_all_notices() -> Result<(), ApiError> {
    Ok(notifications::read_all_notices(&platform()?, caller()?).await?)
}
