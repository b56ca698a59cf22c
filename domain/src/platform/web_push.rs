//! Notices to browsers that are not open: which makers' servers take them, and how we prove there who sends.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::json;
use sha2::Sha256;

use crate::outcome::Fault;
use crate::time::Timestamp;

/// Those of the browsers people use. `*.` stands for anything before it.
pub const KNOWN_PUSH_SERVICES: &str =
    "fcm.googleapis.com, *.push.services.mozilla.com, *.notify.windows.com, *.push.apple.com";
/// So that this key and those made for other purposes have nothing to do with each other.
const PURPOSE: &[u8] = b"foyer: web push";

/// A key made from the site's secret: browsers are switched on for exactly this sender, so it must stay the same.
#[derive(Clone)]
pub struct WebPush {
    key: Arc<SigningKey>,
    services: Arc<[String]>,
    contact: Arc<str>,
}

impl WebPush {
    /// `services` are hosts, or whole origins like `http://127.0.0.1:4000` for a stand-in; `contact` is for makers
    /// who have something to say about what we send.
    pub fn new(secret: &[u8], services: &str, contact: &str) -> Result<Self, Fault> {
        let services = services.split(',').map(str::trim).filter(|service| !service.is_empty());
        Ok(Self {
            key: Arc::new(derive_key(secret)?),
            services: services.map(str::to_owned).collect(),
            contact: contact.into(),
        })
    }

    /// What a browser is told it will get notices from.
    pub fn public_key(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.verifying_key().to_sec1_point(false).as_bytes())
    }

    /// Whether notices may be sent to this address at all.
    pub fn sends_to(&self, endpoint: &str) -> bool {
        if !endpoint.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
            return false;
        }
        let host = host_of(endpoint);
        self.services.iter().any(|service| match (service.contains("://"), service.strip_prefix("*.")) {
            (true, _) => endpoint.strip_prefix(service.as_str()).is_some_and(|rest| rest.starts_with('/')),
            (false, Some(domain)) => {
                let before = host.and_then(|host| host.strip_suffix(domain));
                before.is_some_and(|before| before.len() > 1 && before.ends_with('.'))
            }
            (false, None) => host == Some(service.as_str()),
        })
    }

    /// The header that says who sends, good for one maker's server until then.
    pub fn authorization(&self, endpoint: &str, until: Timestamp) -> Option<String> {
        let audience = origin_of(endpoint)?;
        let header = encode(&json!({ "typ": "JWT", "alg": "ES256" }));
        let claims = encode(&json!({ "aud": audience, "exp": until.as_seconds(), "sub": &*self.contact }));
        let said = format!("{header}.{claims}");
        let signature: Signature = self.key.sign(said.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        Some(format!("vapid t={said}.{signature}, k={}", self.public_key()))
    }
}

/// The name in an `https` address at its usual port.
pub fn host_of(endpoint: &str) -> Option<&str> {
    let rest = endpoint.strip_prefix("https://").or_else(|| endpoint.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    (endpoint.starts_with("https://") && is_host_name(host)).then_some(host)
}

/// A name, not a number: what stands behind the last dot begins with a letter.
pub fn is_host_name(host: &str) -> bool {
    const LABEL_MAX_CHARS: usize = 63;
    let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_label = |label: &str| {
        (1..=LABEL_MAX_CHARS).contains(&label.len())
            && label.bytes().all(is_inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && host.split('.').all(is_label) && last.starts_with(|letter: char| letter.is_ascii_lowercase())
}

pub fn origin_of(endpoint: &str) -> Option<&str> {
    let after_scheme = endpoint.find("://")? + 3;
    let end = endpoint.get(after_scheme..)?.find(['/', '?', '#']).map_or(endpoint.len(), |at| after_scheme + at);
    endpoint.get(..end)
}

fn encode(value: &serde_json::Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// Not every 32 bytes are a key; of those that are made by counting up, practically the first is.
fn derive_key(secret: &[u8]) -> Result<SigningKey, Fault> {
    (0..u8::MAX)
        .find_map(|count| {
            let mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
            let bytes: [u8; 32] = mac.chain_update(PURPOSE).chain_update([count]).finalize().into_bytes().into();
            SigningKey::from_slice(&bytes).ok()
        })
        .ok_or_else(|| Fault::new("the site's secret makes no key"))
}

#[cfg(test)]
mod tests {
    use super::{KNOWN_PUSH_SERVICES, WebPush};
    use crate::time::Timestamp;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use p256::ecdsa::signature::Verifier as _;
    use p256::ecdsa::{Signature, VerifyingKey};

    fn web_push(secret: &[u8]) -> WebPush {
        let services = format!("{KNOWN_PUSH_SERVICES}, http://127.0.0.1:4000");
        WebPush::new(secret, &services, "https://foyer.example").unwrap()
    }

    #[test]
    fn notices_go_to_the_makers_of_browsers_and_to_nobody_else() {
        let push = web_push(b"one");
        for address in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/QGx",
            "https://db5p.notify.windows.com/w/?token=x",
            "http://127.0.0.1:4000/device",
        ] {
            assert!(push.sends_to(address), "{address}");
        }
        for address in [
            "",
            "https://",
            "http://fcm.googleapis.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evil.example/fcm.googleapis.com/",
            "https://evil.example?.push.apple.com/",
            "https://evil.example#.push.apple.com/",
            "https://evil.example\\.push.apple.com/",
            "https://me@fcm.googleapis.com/x",
            "https://fcm.googleapis.com@127.0.0.1/x",
            "https://evilpush.apple.com/x",
            "https://push.apple.com/x",
            "https://.push.apple.com/x",
            "https://a..push.apple.com/x",
            "https://-.push.apple.com/x",
            "https://xn--.push.apple.com/x",
            "https://169.254.169.254./x",
            "https://FCM.googleapis.com/x",
            "https://fcm.googleapis.com/x y",
            "https://fcm.googleapis.com/\r\nhost: x",
            "https://127.0.0.1/x",
            "http://127.0.0.1:40001/x",
            "http://127.0.0.1:4000@evil.example/x",
            "http://169.254.169.254/latest",
            "file:///etc/passwd",
        ] {
            assert!(!push.sends_to(address), "{address}");
        }
    }

    #[test]
    fn the_header_is_signed_by_the_key_the_browser_was_told_for_one_server_and_time() {
        let push = web_push(b"one");
        let header = push.authorization("https://fcm.googleapis.com/fcm/send/x", Timestamp::from_seconds(77)).unwrap();
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(key, push.public_key());
        let (said, signature) = token.rsplit_once('.').unwrap();
        let key = VerifyingKey::from_sec1_bytes(&URL_SAFE_NO_PAD.decode(key).unwrap()).unwrap();
        let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
        key.verify(said.as_bytes(), &signature).unwrap();
        let claims = URL_SAFE_NO_PAD.decode(said.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(
            claims,
            serde_json::json!({ "aud": "https://fcm.googleapis.com", "exp": 77, "sub": "https://foyer.example" })
        );
    }

    #[test]
    fn a_site_keeps_its_key_and_another_has_another() {
        assert_eq!(web_push(b"one").public_key(), web_push(b"one").public_key());
        assert_ne!(web_push(b"one").public_key(), web_push(b"two").public_key());
    }
}
