//! The server functions of the notices.

use domain::ids::{NoticeId, PushDeviceId};
use domain::notifications::NoticeKind;
use domain::time::Moment;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api_error::ApiError;

#[cfg(feature = "ssr")]
use crate::caller::{caller, platform};
#[cfg(feature = "ssr")]
use crate::reader::Reader;
#[cfg(feature = "ssr")]
use domain::notifications;

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
    let reader = Reader::of(&platform, Some(caller)).await?;
    let page = notifications::list_notices(&platform, caller, None, Some(&cursor)).await?;
    let unread = notifications::count_unread(&platform, caller).await?;
    let page = page.map(|notice| NoticeShown {
        title: notice.title(),
        text: notice.text().to_owned(),
        link: notice.link(),
        id: notice.id,
        kind: notice.kind,
        at: reader.moment(notice.created_at),
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushDeviceShown {
    pub id: PushDeviceId,
    pub device: String,
    pub service: String,
    pub since: Moment,
    pub current: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushDevicesShown {
    pub devices: Vec<PushDeviceShown>,
    /// Who sends: what a browser is switched on with.
    pub public_key: String,
}

#[server(prefix = "/api/fn", endpoint = "notifications/list_push_devices")]
pub async fn list_push_devices() -> Result<PushDevicesShown, ApiError> {
    let (platform, caller) = (platform()?, caller()?);
    let reader = Reader::of(&platform, Some(caller)).await?;
    let devices = notifications::list_push_devices(&platform, caller).await?.into_iter();
    let devices = devices.map(|device| PushDeviceShown {
        id: device.id,
        device: device.device,
        service: device.service,
        since: reader.moment(device.created_at),
        current: device.current,
    });
    Ok(PushDevicesShown { devices: devices.collect(), public_key: platform.web_push.public_key() })
}

#[server(prefix = "/api/fn", endpoint = "notifications/add_push_device")]
pub async fn add_push_device(endpoint: String, p256dh: String, auth: String) -> Result<(), ApiError> {
    let new = notifications::NewPushDevice { endpoint, p256dh, auth, replaces: None };
    notifications::add_push_device(&platform()?, caller()?, new).await?;
    Ok(())
}

#[server(prefix = "/api/fn", endpoint = "notifications/remove_push_device")]
pub async fn remove_push_device(push_device_id: PushDeviceId) -> Result<(), ApiError> {
    Ok(notifications::remove_push_device(&platform()?, caller()?, push_device_id).await?)
}
