//! What a club tells.

use serde::{Deserialize, Serialize};

use crate::text::{parse_line, parse_paragraphs};

pub const POST_TITLE_MAX_CHARS: usize = 120;
pub const POST_BODY_MAX_CHARS: usize = 10_000;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostDraft {
    pub title: String,
    pub body: String,
    pub members_only: bool,
}

/// A change to a post. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostEdit {
    pub title: Option<String>,
    pub body: Option<String>,
    pub members_only: Option<bool>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

pub fn parse_post_title(raw: &str) -> Result<String, String> {
    let title = parse_line(raw, POST_TITLE_MAX_CHARS)?;
    if title.is_empty() { Err("Give the post a title.".into()) } else { Ok(title) }
}

pub fn parse_post_body(raw: &str) -> Result<String, String> {
    let body = parse_paragraphs(raw, POST_BODY_MAX_CHARS)?;
    if body.is_empty() { Err("Write what you want to tell.".into()) } else { Ok(body) }
}
