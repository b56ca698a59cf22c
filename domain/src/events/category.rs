//! What kinds of event there are.

use serde::{Deserialize, Serialize};

use crate::text::parse_line;

pub const CATEGORY_NAME_MIN_CHARS: usize = 2;
pub const CATEGORY_NAME_MAX_CHARS: usize = 60;
/// More than anybody reads through. All of them are one list without pages.
pub const CATEGORIES_MAX: i64 = 200;

/// A change to a category. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CategoryEdit {
    pub name: Option<String>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

/// White space between words is one space: two names that look the same are the same.
pub fn parse_category_name(raw: &str) -> Result<String, String> {
    let name = parse_line(raw, CATEGORY_NAME_MAX_CHARS)?.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err("Enter the name of the category.".into()),
        count if count < CATEGORY_NAME_MIN_CHARS => Err(format!("Use at least {CATEGORY_NAME_MIN_CHARS} characters.")),
        _ => Ok(name),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_category_name;

    #[test]
    fn a_name_is_one_line_of_two_to_sixty_characters() {
        assert_eq!(parse_category_name("  Film \u{a0} &  Theatre ").unwrap(), "Film & Theatre");
        assert_eq!(parse_category_name("映画").unwrap(), "映画");
        for name in ["", "  ", "x", "a\nb", "a\u{202e}b", &"x".repeat(61)] {
            assert!(parse_category_name(name).is_err(), "{name:?}");
        }
        assert!(parse_category_name(&"ß".repeat(60)).is_ok());
    }
}
