use serde::{Deserialize, Serialize};

const MAX_BYTES: usize = 254;
const LOCAL_MAX_BYTES: usize = 64;

/// A mail address. Whether it reaches anybody only a mail can tell; this keeps out what cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email(String);

impl Email {
    pub fn parse(raw: &str) -> Result<Self, String> {
        let address = raw.trim();
        if address.is_empty() {
            return Err("Enter a mail address.".into());
        }
        if address.len() > MAX_BYTES {
            return Err("This is too long for a mail address.".into());
        }
        let not_an_address =
            || "This does not look like a mail address. It needs a form like ada@example.org.".to_owned();
        let (local, domain) = address.rsplit_once('@').ok_or_else(not_an_address)?;
        if is_local_part(local) && is_domain(domain) { Ok(Self(address.to_owned())) } else { Err(not_an_address()) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What must be unique. No provider people use tells capitals apart.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// For logs: `a…@example.org`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or_default();
        format!("{}…@{domain}", local.chars().next().unwrap_or('?'))
    }
}

fn is_local_part(local: &str) -> bool {
    (1..=LOCAL_MAX_BYTES).contains(&local.len())
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte))
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

#[cfg(test)]
mod tests {
    use super::Email;

    #[test]
    fn addresses_people_have_are_taken() {
        for address in ["ada@example.org", "a.b+tag@sub.example.co", "o'neil@xn--bcher-kva.example"] {
            assert!(Email::parse(address).is_ok(), "{address}");
        }
        assert_eq!(Email::parse(" Ada@Example.org ").unwrap().key(), "ada@example.org");
    }

    #[test]
    fn what_cannot_be_an_address_or_could_smuggle_a_header_is_refused() {
        for address in [
            "",
            "ada",
            "@example.org",
            "ada@",
            "ada@localhost",
            "a@b@c.d e",
            "a..b@example.org",
            "ada@-x.org",
            "ada@example.org\r\nBcc: eve@example.org",
            "ada@exämple.org",
            "ada@example..org",
            "a\u{0}@example.org",
        ] {
            assert!(Email::parse(address).is_err(), "{address:?}");
        }
        assert!(Email::parse(&format!("{}@example.org", "x".repeat(65))).is_err());
    }

    #[test]
    fn a_masked_address_tells_the_operator_enough_and_no_more() {
        assert_eq!(Email::parse("ada@example.org").unwrap().masked(), "a…@example.org");
    }
}
