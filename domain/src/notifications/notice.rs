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
        let name = self.about.as_ref().map_or("", |about| about.name.as_str());
        match self.kind {
            NoticeKind::Welcome => "Welcome to Foyer".into(),
            NoticeKind::EmailConfirmed => "Your mail address is confirmed".into(),
            NoticeKind::PasswordChanged => "Your password was changed".into(),
            NoticeKind::SignInStolen => "We ended one of your sign-ins".into(),
            NoticeKind::RoleChanged => "You have a new role".into(),
            NoticeKind::ClubApproved => format!("{name} is approved"),
            NoticeKind::ClubRejected => format!("{name} was not approved"),
            NoticeKind::ClubRequest => format!("Somebody asks to join {name}"),
            NoticeKind::ClubAccepted => format!("You are a member of {name}"),
            NoticeKind::ClubDeclined => format!("{name} did not let you in"),
            NoticeKind::ClubRoleChanged => format!("You have a new role in {name}"),
        }
    }

    pub fn text(&self) -> &'static str {
        match self.kind {
            NoticeKind::Welcome => "Add your name and a picture, so that others know who they meet.",
            NoticeKind::EmailConfirmed => "Tickets and reminders will reach you there.",
            NoticeKind::PasswordChanged => {
                "Every other sign-in has ended. If this was not you, reset the password now."
            }
            NoticeKind::SignInStolen => {
                "Its key was used twice, which happens when somebody copied it. Look at your sign-ins."
            }
            NoticeKind::RoleChanged => "What you may do on this site has changed.",
            NoticeKind::ClubApproved => "Everybody can see it now, and people can join.",
            NoticeKind::ClubRejected => "Read why, change it and hand it in again.",
            NoticeKind::ClubRequest => "Read what they wrote, and answer.",
            NoticeKind::ClubAccepted => "What is for members only is for you, too.",
            NoticeKind::ClubDeclined => "Its officers declined your request.",
            NoticeKind::ClubRoleChanged => "What you may do there has changed.",
        }
    }

    pub fn link(&self) -> String {
        let id = self.about.as_ref().map(|about| about.id).unwrap_or_default();
        match self.kind {
            NoticeKind::Welcome | NoticeKind::RoleChanged => "/settings/profile".into(),
            NoticeKind::EmailConfirmed => "/settings/account".into(),
            NoticeKind::PasswordChanged | NoticeKind::SignInStolen => "/settings/sign-ins".into(),
            NoticeKind::ClubRequest => format!("/clubs/{id}/members#requests"),
            NoticeKind::ClubApproved
            | NoticeKind::ClubRejected
            | NoticeKind::ClubAccepted
            | NoticeKind::ClubDeclined
            | NoticeKind::ClubRoleChanged => format!("/clubs/{id}"),
        }
    }
}
