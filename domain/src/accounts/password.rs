use std::fmt;

const MIN_CHARS: usize = 8;
/// Long enough for any sentence, short enough that hashing it costs no more than hashing a word.
const MAX_CHARS: usize = 200;

/// A new password. Length is the only rule people can keep; the name and the address are what everybody tries first.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    pub fn parse(raw: &str, username: &str, email: &str) -> Result<Self, String> {
        if raw.len() > MAX_CHARS * 4 || raw.chars().count() > MAX_CHARS {
            return Err(format!("Use at most {MAX_CHARS} characters."));
        }
        if raw.chars().count() < MIN_CHARS {
            return Err(format!("Use at least {MIN_CHARS} characters."));
        }
        if raw.contains('\0') {
            return Err("This contains characters that cannot be typed.".into());
        }
        if raw.eq_ignore_ascii_case(username.trim()) || raw.eq_ignore_ascii_case(email.trim()) {
            return Err("This is your name or mail address. Choose something nobody can guess.".into());
        }
        let mut distinct: Vec<char> = raw.chars().collect();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() < 3 {
            return Err("This is too easy to guess. Use more different characters.".into());
        }
        Ok(Self(raw.to_owned()))
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Password;

    #[test]
    fn any_long_enough_password_will_do_spaces_and_all() {
        for password in ["password123", "correct horse battery", " 12345678 ", "пароль-длинный"] {
            assert!(Password::parse(password, "ada", "ada@example.org").is_ok(), "{password}");
        }
    }

    #[test]
    fn short_endless_and_obvious_ones_are_refused() {
        for password in
            ["", "short", "aaaaaaaaaaaa", "Lovelace1815", "ada@EXAMPLE.org", "with\0nul1", &"x1y".repeat(10_000)]
        {
            assert!(Password::parse(password, "lovelace1815", "ada@example.org").is_err(), "{password:.20}");
        }
    }

    #[test]
    fn it_never_shows_itself_in_a_log() {
        let password = Password::parse("correct horse", "ada", "ada@example.org").unwrap();
        assert_eq!(format!("{password:?}"), "Password(…)");
    }
}
