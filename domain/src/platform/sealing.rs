//! Putting away what must be given back later but read by nobody meanwhile: whoever has a copy of the database has
//! nothing without the site's secret.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::outcome::Fault;
use crate::platform::Random;

const NONCE_BYTES: usize = 24;
/// So that this key and the one that signs sign-ins have nothing to do with each other.
const PURPOSE: &[u8] = b"foyer: sealing kept answers";

#[derive(Clone)]
pub struct Sealing {
    cipher: XChaCha20Poly1305,
    random: Random,
}

impl Sealing {
    pub fn new(secret: &[u8], random: Random) -> Result<Self, Fault> {
        let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(secret)
            .map_err(|error| Fault::because("the site's secret cannot be used", error))?;
        let key: [u8; 32] = mac.chain_update(PURPOSE).finalize().into_bytes().into();
        Ok(Self { cipher: XChaCha20Poly1305::new(&Key::from(key)), random })
    }

    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let nonce = self.random.bytes::<NONCE_BYTES>();
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), plain).map_err(|_| Fault::new("could not seal"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Nothing when it was sealed with another secret, or altered.
    pub fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
        self.cipher.decrypt(&XNonce::from(nonce), sealed).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Sealing;
    use crate::platform::Random;

    #[test]
    fn only_the_same_secret_opens_what_was_sealed_and_only_unaltered() {
        let sealing = |secret: &[u8]| Sealing::new(secret, Random::seeded(1)).unwrap();
        let mut sealed = sealing(b"one").seal(b"refresh token").unwrap();
        assert!(!sealed.windows(7).any(|part| part == b"refresh"));
        assert_eq!(sealing(b"one").open(&sealed).unwrap(), b"refresh token");
        assert_eq!(sealing(b"two").open(&sealed), None);
        if let Some(last) = sealed.last_mut() {
            *last ^= 1;
        }
        assert_eq!(sealing(b"one").open(&sealed), None);
        assert_eq!(sealing(b"one").open(b"short"), None);
    }
}
