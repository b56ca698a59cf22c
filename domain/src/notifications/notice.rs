//! What notices say, and where they lead.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::NoticeId;
use crate::time::Timestamp;

/// Each kind has its own words and leads somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    Welcome,
    EmailConfirmed,
    PasswordChanged,
    SignInStolen,
    RoleChanged,
    ClubApproved,
    ClubRejected,
    ClubRequest,
    ClubAccepted,
    ClubDeclined,
    ClubRoleChanged,
}

/// The thing a notice is about, by the name it had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeAbout {
    pub id: Uuid,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub id: NoticeId,
    pub kind: NoticeKind,
    pub about: Option<NoticeAbout>,
    pub created_at: Timestamp,
    pub read: bool,
}

impl Notice {
    pub fn title(&self) -> String {
        self.kind.title(self.about.as_ref())
    }

    pub fn text(&self) -> &'static str {
        self.kind.text()
    }

    pub fn link(&self) -> String {
        self.kind.link(self.about.as_ref())
    }
}

impl NoticeKind {
    pub fn title(self, about: Option<&NoticeAbout>) -> String {
        let name = about.map_or("", |about| about.name.as_str());
        match self {
            Self::Welcome => "Welcome to Foyer".into(),
            Self::EmailConfirmed => "Your mail address is confirmed".into(),
            Self::PasswordChanged => "Your password was changed".into(),
            Self::SignInStolen => "We ended one of your sign-ins".into(),
            Self::RoleChanged => "You have a new role".into(),
            Self::ClubApproved => format!("{name} is approved"),
            Self::ClubRejected => format!("{name} was not approved"),
            Self::ClubRequest => format!("Somebody asks to join {name}"),
            Self::ClubAccepted => format!("You are a member of {name}"),
            Self::ClubDeclined => format!("{name} did not let you in"),
            Self::ClubRoleChanged => format!("You have a new role in {name}"),
        }
    }

    pub fn text(self) -> &'static str {
        match self {
            Self::Welcome => "Add your name and a picture, so that others know who they meet.",
            Self::EmailConfirmed => "Tickets and reminders will reach you there.",
            Self::PasswordChanged => "Every other sign-in has ended. If this was not you, reset the password now.",
            Self::SignInStolen => {
                "Its key was used twice, which happens when somebody copied it. Look at your sign-ins."
            }
            Self::RoleChanged => "What you may do on this site has changed.",
            Self::ClubApproved => "Everybody can see it now, and people can join.",
            Self::ClubRejected => "Read why, change it and hand it in again.",
            Self::ClubRequest => "Read what they wrote, and answer.",
            Self::ClubAccepted => "What is for members only is for you, too.",
            Self::ClubDeclined => "Its officers declined your request.",
            Self::ClubRoleChanged => "What you may do there has changed.",
        }
    }

    pub fn link(self, about: Option<&NoticeAbout>) -> String {
        let id = about.map(|about| about.id).unwrap_or_default();
        match self {
            Self::Welcome | Self::RoleChanged => "/settings/profile".into(),
            Self::EmailConfirmed => "/settings/account".into(),
            Self::PasswordChanged | Self::SignInStolen => "/settings/sign-ins".into(),
            Self::ClubRequest => format!("/clubs/{id}/members#requests"),
            Self::ClubApproved
            | Self::ClubRejected
            | Self::ClubAccepted
            | Self::ClubDeclined
            | Self::ClubRoleChanged => format!("/clubs/{id}"),
        }
    }
}
