//! Accounts as they are shown: to their owner, to others, to admins.

use serde::{Deserialize, Serialize};

use crate::accounts::{Role, Visibility};
use crate::ids::{PictureId, SessionId, UserId};
use crate::time::Timestamp;

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub id: UserId,
    pub username: String,
    pub email: String,
    pub email_verified: bool,
    /// A new address whose link has not been followed yet.
    pub pending_email: Option<String>,
    pub display_name: String,
    pub bio: String,
    pub visibility: Visibility,
    pub role: Role,
    pub picture_id: Option<PictureId>,
    pub created_at: Timestamp,
    pub version: i64,
}

/// What everybody may know of a person who shows themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicProfile {
    pub id: UserId,
    pub username: String,
    pub display_name: String,
    pub bio: String,
    pub role: Role,
    pub picture_id: Option<PictureId>,
    pub created_at: Timestamp,
}

/// An account as admins see it in their list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRow {
    pub id: UserId,
    pub username: String,
    pub email: String,
    pub email_verified: bool,
    pub display_name: String,
    pub role: Role,
    pub suspended: bool,
    pub picture_id: Option<PictureId>,
    pub created_at: Timestamp,
}

/// One sign-in, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    pub id: SessionId,
    pub device: String,
    pub address: String,
    pub current: bool,
    pub created_at: Timestamp,
    pub last_used_at: Timestamp,
}
