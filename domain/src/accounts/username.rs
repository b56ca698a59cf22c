use serde::{Deserialize, Serialize};

const MIN_CHARS: usize = 2;
const MAX_CHARS: usize = 40;

/// The name people sign in with and are linked by: plain letters, so that no two look the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Username(String);

impl Username {
    pub fn parse(raw: &str) -> Result<Self, String> {
        let name = raw.trim();
        if name.is_empty() {
            return Err("Choose a username.".into());
        }
        if name.len() > MAX_CHARS * 4 || !(MIN_CHARS..=MAX_CHARS).contains(&name.chars().count()) {
            return Err(format!("Use between {MIN_CHARS} and {MAX_CHARS} characters."));
        }
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')) {
            return Err("Use the letters a to z, digits, dots, dashes and underscores.".into());
        }
        if !name.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return Err("Begin with a letter or a digit.".into());
        }
        Ok(Self(name.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What must be unique.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::Username;

    #[test]
    fn plain_names_are_taken_as_they_are() {
        for name in ["gorden", "Ada.Lovelace", "x1", "a_b-c", "007"] {
            assert_eq!(Username::parse(&format!(" {name} ")).unwrap().as_str(), name);
        }
    }

    #[test]
    fn names_that_could_be_mistaken_for_others_or_for_markup_are_refused() {
        for name in
            ["", " ", "a", "аda", "a b", "<b>", "_x", "a\u{0}b", "a/b", "a@b.c", &"x".repeat(41), &"x".repeat(10_000)]
        {
            assert!(Username::parse(name).is_err(), "{name:?}");
        }
    }
}
