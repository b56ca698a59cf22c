//! Which of one's browsers show notices.

use super::push_device::PushDevice;
use super::store::push::{self, DeviceRow};
use crate::accounts::Caller;
use crate::outcome::Outcome;
use crate::platform::{Platform, host_of};

pub async fn list_push_devices(platform: &Platform, caller: Caller) -> Outcome<Vec<PushDevice>> {
    let mut tx = platform.read().await?;
    let devices = push::list_devices(&mut tx, caller.user_id).await?;
    // One that was switched on for another key of ours hears nothing any more: it can be switched on again.
    let sender = platform.web_push.public_key();
    let reached = devices.into_iter().filter(|device| device.sender == sender);
    Ok(reached.map(|device| show_device(device, caller)).collect())
}

/// Of the address only whose it is: the rest of it is as good as a key.
pub fn show_device(row: DeviceRow, caller: Caller) -> PushDevice {
    PushDevice {
        id: row.push_device_id,
        device: row.device,
        service: host_of(&row.endpoint).unwrap_or_default().to_owned(),
        created_at: row.created_at,
        current: row.session_id == caller.session_id,
    }
}
