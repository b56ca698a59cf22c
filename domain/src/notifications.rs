//! Telling people: notices inside the product, and the mail that is kept instead of sent when there is no server for
//! it. Reads any slice, is called by none.

use serde::{Deserialize, Serialize};

use crate::ids::{MailId, NoticeId};
use crate::time::Timestamp;

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
pub use keep_mail::{NewMail, keep_mail, list_mails, see_mail};
#[cfg(feature = "server")]
pub use list_notices::{count_unread, list_notices};
#[cfg(feature = "server")]
pub use post_notice::post_notice;
#[cfg(feature = "server")]
pub use read_notices::{read_all_notices, read_notice};

/// What a notice is about. Each kind has its own words and leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    Welcome,
    EmailConfirmed,
    PasswordChanged,
    SignInStolen,
    RoleChanged,
}

impl NoticeKind {
    pub const fn title(self) -> &'static str {
        match self {
            Self::Welcome => "Welcome to Foyer",
            Self::EmailConfirmed => "Your mail address is confirmed",
            Self::PasswordChanged => "Your password was changed",
            Self::SignInStolen => "We ended one of your sign-ins",
            Self::RoleChanged => "You have a new role",
        }
    }

    pub const fn text(self) -> &'static str {
        match self {
            Self::Welcome => "Add your name and a picture, so that others know who they meet.",
            Self::EmailConfirmed => "Tickets and reminders will reach you there.",
            Self::PasswordChanged => "Every other sign-in has ended. If this was not you, reset the password now.",
            Self::SignInStolen => {
                "Its key was used twice, which happens when somebody copied it. Look at your sign-ins."
            }
            Self::RoleChanged => "What you may do on this site has changed.",
        }
    }

    /// Where it leads.
    pub const fn link(self) -> &'static str {
        match self {
            Self::Welcome | Self::RoleChanged => "/settings/profile",
            Self::EmailConfirmed => "/settings/account",
            Self::PasswordChanged | Self::SignInStolen => "/settings/sign-ins",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub id: NoticeId,
    pub kind: NoticeKind,
    pub created_at: Timestamp,
    pub read: bool,
}

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
