//! What a venue says about itself.

use serde::{Deserialize, Serialize};

use crate::edit::Edit;
use crate::ids::ClubId;
use crate::text::parse_line;

pub const VENUE_NAME_MIN_CHARS: usize = 2;
pub const VENUE_NAME_MAX_CHARS: usize = 120;
pub const ADDRESS_MAX_CHARS: usize = 200;
pub const VENUE_CITY_MAX_CHARS: usize = 80;

/// A venue somebody would like to add.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VenueDraft {
    pub name: String,
    pub address: String,
    pub city: String,
    pub time_zone: String,
    pub club_id: Option<ClubId>,
}

/// A change to a venue. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VenueEdit {
    pub name: Option<String>,
    pub address: Option<String>,
    pub city: Option<String>,
    pub time_zone: Option<String>,
    pub club_id: Edit<ClubId>,
    /// The version that was edited; when it is no longer the newest, the edit is refused.
    pub version: Option<i64>,
}

pub fn parse_venue_name(raw: &str) -> Result<String, String> {
    let name = parse_line(raw, VENUE_NAME_MAX_CHARS)?;
    if name.chars().count() < VENUE_NAME_MIN_CHARS {
        return Err(format!("Use at least {VENUE_NAME_MIN_CHARS} characters."));
    }
    Ok(name)
}

pub fn parse_address(raw: &str) -> Result<String, String> {
    parse_line(raw, ADDRESS_MAX_CHARS)
}

/// White space between words is one space: two cities that look the same are the same.
pub fn parse_venue_city(raw: &str) -> Result<String, String> {
    Ok(parse_line(raw, VENUE_CITY_MAX_CHARS)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::{parse_venue_city, parse_venue_name};

    #[test]
    fn a_name_has_two_characters_at_least_and_a_city_may_be_left_out() {
        assert_eq!(parse_venue_name("  Rotunde ").unwrap(), "Rotunde");
        for name in ["", " ", "A", "a\u{0}b", &"x".repeat(121)] {
            assert!(parse_venue_name(name).is_err(), "{name:?}");
        }
        assert_eq!(parse_venue_city(" Bad   Homburg ").unwrap(), "Bad Homburg");
        assert_eq!(parse_venue_city("").unwrap(), "");
    }
}
