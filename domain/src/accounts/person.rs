//! What people say about themselves.

use serde::{Deserialize, Serialize};

use crate::text::{parse_line, parse_paragraphs};

pub const DISPLAY_NAME_MAX_CHARS: usize = 80;
pub const BIO_MAX_CHARS: usize = 2_000;

/// Who may see a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(type_name = "text", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    Everyone,
    Members,
    Nobody,
}

impl Visibility {
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Members, Self::Nobody];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Members => "members",
            Self::Nobody => "nobody",
        }
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|visibility| visibility.code() == text)
            .ok_or_else(|| "Choose everyone, members or nobody.".to_owned())
    }
}

pub fn parse_display_name(raw: &str) -> Result<String, String> {
    let name = parse_line(raw, DISPLAY_NAME_MAX_CHARS)?;
    if name.is_empty() { Err("Enter the name others should see.".into()) } else { Ok(name) }
}

pub fn parse_bio(raw: &str) -> Result<String, String> {
    parse_paragraphs(raw, BIO_MAX_CHARS)
}

/// A change to one's own profile. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileEdit {
    #[serde(default)]
    pub username: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
    /// Asked for when the mail address changes: whoever holds the mailbox can reset the password.
    #[serde(default)]
    pub current_password: Option<String>,
    #[serde(default)]
    pub display_name: Option<String>,
    #[serde(default)]
    pub bio: Option<String>,
    #[serde(default)]
    pub visibility: Option<String>,
    /// The version that was edited; when it is given and no longer the newest, nothing is overwritten.
    #[serde(default)]
    pub version: Option<i64>,
}
