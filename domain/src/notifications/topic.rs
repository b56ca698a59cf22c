//! What notices are about, as far as one can choose.

use super::NoticeKind;
use crate::accounts::Choices;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// One's own account and its safety. Nobody can choose not to hear of it.
    Account,
    Membership,
}

impl Topic {
    pub const fn of(kind: NoticeKind) -> Self {
        match kind {
            NoticeKind::Welcome
            | NoticeKind::EmailConfirmed
            | NoticeKind::PasswordChanged
            | NoticeKind::SignInStolen
            | NoticeKind::RoleChanged => Self::Account,
            NoticeKind::ClubApproved
            | NoticeKind::ClubRejected
            | NoticeKind::ClubRequest
            | NoticeKind::ClubAccepted
            | NoticeKind::ClubDeclined
            | NoticeKind::ClubRoleChanged => Self::Membership,
        }
    }

    pub const fn is_wanted_in_app(self, choices: &Choices) -> bool {
        match self {
            Self::Account => true,
            Self::Membership => choices.in_app_membership,
        }
    }

    pub const fn is_wanted_as_push(self, choices: &Choices) -> bool {
        match self {
            Self::Account => true,
            Self::Membership => choices.push_membership,
        }
    }
}
