//! How people belong to a club.

use serde::{Deserialize, Serialize};

use crate::text::parse_paragraphs;

pub const JOIN_MESSAGE_MAX_CHARS: usize = 500;
/// Invitations of one club that nobody has used yet.
pub const INVITATIONS_OPEN_MAX: i64 = 100;

/// What a member may do in their club. Declared in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ClubRole {
    Member,
    Officer,
    Owner,
}

impl ClubRole {
    pub const ALL: [Self; 3] = [Self::Member, Self::Officer, Self::Owner];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Officer => "officer",
            Self::Owner => "owner",
        }
    }

    /// As people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Officer => "Officer",
            Self::Owner => "Owner",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == text)
            .ok_or_else(|| "Choose member, officer or owner.".to_owned())
    }

    /// Whether they manage members, posts and events.
    pub const fn runs_the_club(self) -> bool {
        matches!(self, Self::Officer | Self::Owner)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    Active,
    /// Asked to join, and waits for an answer.
    Requested,
}

impl MemberStatus {
    pub const ALL: [Self; 2] = [Self::Active, Self::Requested];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Requested => "requested",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|status| status.code() == text)
            .ok_or_else(|| "Choose active or requested.".to_owned())
    }
}

pub fn parse_join_message(raw: &str) -> Result<String, String> {
    parse_paragraphs(raw, JOIN_MESSAGE_MAX_CHARS)
}
