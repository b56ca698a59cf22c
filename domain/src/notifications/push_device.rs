//! Browsers that show notices although Foyer is not open in them.

use serde::{Deserialize, Serialize};

use crate::ids::PushDeviceId;
use crate::time::Timestamp;

/// Somebody with more browsers than this has forgotten the oldest.
pub const PUSH_DEVICES_MAX: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushDevice {
    pub id: PushDeviceId,
    /// What the sign-in calls itself, like "Firefox on Linux".
    pub device: String,
    /// Who carries notices there.
    pub service: String,
    pub created_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// What a browser answers when it is asked to show notices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPushDevice {
    pub endpoint: String,
    pub p256dh: String,
    pub auth: String,
    /// The address it had until now, where the browser moved by itself.
    pub replaces: Option<String>,
}
