//! The code somebody types to pay less.

use std::fmt;

use serde::{Deserialize, Serialize};

pub const CODE_MIN_CHARS: usize = 3;
pub const CODE_MAX_CHARS: usize = 40;

/// Letters every keyboard has, digits, `-` and `_`; always in capitals, because nobody remembers which were.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct PromoCode(String);

impl PromoCode {
    pub fn parse(raw: &str) -> Result<Self, String> {
        let code = raw.trim();
        if code.is_empty() {
            return Err("Enter a code.".into());
        }
        if !code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            return Err("Use letters from A to Z, digits, - and _ only.".into());
        }
        if !(CODE_MIN_CHARS..=CODE_MAX_CHARS).contains(&code.len()) {
            return Err(format!("A code has {CODE_MIN_CHARS} to {CODE_MAX_CHARS} characters."));
        }
        Ok(Self(code.to_ascii_uppercase()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PromoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::PromoCode;

    #[test]
    fn how_a_code_is_written_does_not_matter() {
        let code = PromoCode::parse(" spring-2027_A ").unwrap();
        assert_eq!((code.as_str(), PromoCode::parse("SPRING-2027_a").unwrap()), ("SPRING-2027_A", code.clone()));
    }

    #[test]
    fn only_what_can_be_read_out_loud_is_a_code() {
        assert!(PromoCode::parse("ABC").is_ok() && PromoCode::parse(&"x".repeat(40)).is_ok());
        let long = "x".repeat(41);
        for raw in ["", "  ", "AB", &long, "SPRING 27", "FRÜHLING", "ſPRING", "A\0BC", "50%", "ABC;--", "ＡＢＣ"] {
            assert!(PromoCode::parse(raw).is_err(), "{raw:?}");
        }
    }
}
