//! Telling people: notices inside the product, and the mail that is kept instead of sent when there is no server for
//! it. Reads any slice, is called by none.

use serde::{Deserialize, Serialize};

use crate::ids::MailId;
use crate::time::Timestamp;

mod notice;

pub use notice::{Notice, NoticeAbout, NoticeKind};

#[cfg(feature = "server")]
mod keep_mail;
#[cfg(feature = "server")]
pub mod ledger;
#[cfg(feature = "server")]
mod list_notices;
#[cfg(feature = "server")]
mod post_notice;
#[cfg(feature = "server")]
mod read_notices;
#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod tell_about_club;

#[cfg(feature = "server")]
pub use keep_mail::{NewMail, keep_mail, list_mails, see_mail};
#[cfg(feature = "server")]
pub use list_notices::{count_unread, list_notices};
#[cfg(feature = "server")]
pub use post_notice::post_notice;
#[cfg(feature = "server")]
pub use read_notices::{read_all_notices, read_notice};
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
