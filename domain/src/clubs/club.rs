//! What a club says about itself, and how far it has come.

use serde::{Deserialize, Serialize};

use crate::text::{parse_line, parse_paragraphs};

pub const CLUB_NAME_MIN_CHARS: usize = 2;
pub const CLUB_NAME_MAX_CHARS: usize = 80;
pub const CLUB_DESCRIPTION_MAX_CHARS: usize = 5_000;
pub const REJECTION_REASON_MAX_CHARS: usize = 500;
/// Degrees on the wheel of colours.
pub const HUE_MAX: i64 = 359;
/// Clubs of one person that may wait for approval at the same time.
pub const PENDING_CLUBS_MAX: i64 = 5;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ClubStatus {
    Pending,
    Approved,
    Rejected,
}

impl ClubStatus {
    pub const ALL: [Self; 3] = [Self::Pending, Self::Approved, Self::Rejected];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|status| status.code() == text)
            .ok_or_else(|| "Choose pending, approved or rejected.".to_owned())
    }
}

/// How one becomes a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum JoinPolicy {
    /// By joining.
    #[default]
    Open,
    /// By asking, and an officer's answer.
    Request,
    /// By an officer's invitation only.
    Invite,
}

impl JoinPolicy {
    pub const ALL: [Self; 3] = [Self::Open, Self::Request, Self::Invite];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Request => "request",
            Self::Invite => "invite",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|policy| policy.code() == text)
            .ok_or_else(|| "Choose open, request or invite.".to_owned())
    }
}

/// Who sees who belongs to the club.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum MembersVisible {
    Everyone,
    #[default]
    Members,
    Officers,
}

impl MembersVisible {
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Members, Self::Officers];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Members => "members",
            Self::Officers => "officers",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|visible| visible.code() == text)
            .ok_or_else(|| "Choose everyone, members or officers.".to_owned())
    }
}

/// A club somebody would like to found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Founding {
    pub name: String,
    pub description: String,
    pub join_policy: Option<String>,
    pub members_visible: Option<String>,
    pub hue: Option<i64>,
}

/// A change to what a club says about itself. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClubEdit {
    pub name: Option<String>,
    pub description: Option<String>,
    pub join_policy: Option<String>,
    pub members_visible: Option<String>,
    pub hue: Option<i64>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// White space between words is one space: two names that look the same are the same.
pub fn parse_club_name(raw: &str) -> Result<String, String> {
    let name = parse_line(raw, CLUB_NAME_MAX_CHARS)?.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err("Enter the name of the club.".into()),
        count if count < CLUB_NAME_MIN_CHARS => Err(format!("Use at least {CLUB_NAME_MIN_CHARS} characters.")),
        _ => Ok(name),
    }
}

pub fn parse_club_description(raw: &str) -> Result<String, String> {
    parse_paragraphs(raw, CLUB_DESCRIPTION_MAX_CHARS)
}

pub fn parse_hue(degrees: i64) -> Result<i32, String> {
    i32::try_from(degrees)
        .ok()
        .filter(|degrees| (0..=HUE_MAX).contains(&i64::from(*degrees)))
        .ok_or_else(|| format!("Choose a hue between 0 and {HUE_MAX}."))
}

pub fn parse_rejection_reason(raw: &str) -> Result<String, String> {
    let reason = parse_paragraphs(raw, REJECTION_REASON_MAX_CHARS)?;
    if reason.is_empty() { Err("Say why, so that its founder can do better.".into()) } else { Ok(reason) }
}

#[cfg(test)]
mod tests {
    use super::{parse_club_name, parse_hue, parse_rejection_reason};

    #[test]
    fn a_name_is_one_line_of_two_to_eighty_characters() {
        assert_eq!(parse_club_name("  Chess \u{a0} &  Go ").unwrap(), "Chess & Go");
        assert_eq!(parse_club_name("囲碁").unwrap(), "囲碁");
        for name in ["", "  ", "x", "a\nb", "a\u{202e}b", &"x".repeat(81)] {
            assert!(parse_club_name(name).is_err(), "{name:?}");
        }
        assert!(parse_club_name(&"ß".repeat(80)).is_ok());
    }

    #[test]
    fn a_hue_goes_once_around() {
        assert_eq!((parse_hue(0), parse_hue(359)), (Ok(0), Ok(359)));
        for degrees in [-1, 360, i64::MIN, i64::MAX, 4_294_967_296] {
            assert!(parse_hue(degrees).is_err(), "{degrees}");
        }
    }

    #[test]
    fn nobody_is_rejected_without_a_word() {
        assert!(parse_rejection_reason(" \n ").is_err());
        assert!(parse_rejection_reason(&"x".repeat(500)).is_ok());
        assert!(parse_rejection_reason(&"x".repeat(501)).is_err());
    }
}
