//! Telling people: notices inside the product and on their devices, and the mail that is kept instead of sent when
//! there is no server for it. Reads any slice, is called by none.

use serde::{Deserialize, Serialize};

use crate::ids::MailId;
use crate::time::Timestamp;

mod notice;
mod push_device;

pub use notice::{Notice, NoticeAbout, NoticeKind};
pub use push_device::{NewPushDevice, PUSH_DEVICES_MAX, PushDevice};

#[cfg(feature = "server")]
mod add_push_device;
#[cfg(feature = "server")]
mod keep_mail;
#[cfg(feature = "server")]
pub mod ledger;
#[cfg(feature = "server")]
mod list_notices;
#[cfg(feature = "server")]
mod list_push_devices;
#[cfg(feature = "server")]
mod read_notices;
#[cfg(feature = "server")]
mod remove_push_device;
#[cfg(feature = "server")]
mod send_pushes;
#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod tell;
#[cfg(feature = "server")]
mod tell_about_club;
#[cfg(feature = "server")]
mod topic;

#[cfg(feature = "server")]
pub use add_push_device::add_push_device;
#[cfg(feature = "server")]
pub use keep_mail::{NewMail, keep_mail, list_mails, see_mail};
#[cfg(feature = "server")]
pub use list_notices::{count_unread, list_notices};
#[cfg(feature = "server")]
pub use list_push_devices::list_push_devices;
#[cfg(feature = "server")]
pub use read_notices::{read_all_notices, read_notice};
#[cfg(feature = "server")]
pub use remove_push_device::remove_push_device;
#[cfg(feature = "server")]
pub use send_pushes::{Claimed, DuePush, PUSH_NEWS_FOR, PushResult, claim_pushes, settle_push};
#[cfg(feature = "server")]
pub use store::push::PushAddress;
#[cfg(feature = "server")]
pub use tell::post_notice;
#[cfg(feature = "server")]
pub use tell_about_club::tell_about_club;

/// A mail in the mailbox of the embedded mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptMail {
    pub id: MailId,
    pub message_id: String,
    pub recipient: String,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub kept_at: Timestamp,
}
