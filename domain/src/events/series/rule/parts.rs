//! A rule taken to pieces: names and what stands behind them.

/// What a rule may be made of.
const NAMES: [&str; 7] = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"];
/// Longer than any rule that says something.
const RULE_MAX_BYTES: usize = 200;

pub(super) struct Parts(Vec<(&'static str, String)>);

impl Parts {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        if text.len() > RULE_MAX_BYTES {
            return Err(format!("A rule has at most {RULE_MAX_BYTES} characters."));
        }
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        let mut parts: Vec<(&'static str, String)> = Vec::new();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let Some(known) = NAMES.into_iter().find(|known| *known == name) else { return Err(unknown(name)) };
            if parts.iter().any(|(there, _)| *there == known) {
                return Err(format!("{known} stands in the rule twice."));
            }
            parts.push((known, value.to_owned()));
        }
        Ok(Self(parts))
    }

    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// What nobody took.
    pub(super) fn rest(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().map(|(name, _)| *name)
    }
}

/// Said back only where it can be the name of a part.
fn unknown(name: &str) -> String {
    const NAME_MAX_BYTES: usize = 16;
    let named = (1..=NAME_MAX_BYTES).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let name = if named { name } else { "A part of it" };
    format!("{name} is nothing we know of rules. Use {}.", NAMES.join(", "))
}
