//! Sealing what a browser is sent so that nobody on the way can read it (RFC 8291 over RFC 8188, `aes128gcm`).

use aes_gcm::aead::Aead as _;
use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce};
use hkdf::Hkdf;
use p256::elliptic_curve::sec1::ToSec1Point as _;
use p256::{PublicKey, SecretKey, ecdh};
use sha2::Sha256;

const SALT_BYTES: usize = 16;
const RECORD_BYTES: u32 = 4_096;
/// Said after the text of the last record.
const LAST: u8 = 2;
const TAG_BYTES: usize = 16;
const HEAD_BYTES: usize = SALT_BYTES + 4 + 1 + 65;
/// Makers need take no more than 4,096 bytes altogether.
pub const TEXT_BYTES_MAX: usize = RECORD_BYTES as usize - HEAD_BYTES - TAG_BYTES - 1;

/// Whose eyes it is for.
pub struct Reader<'a> {
    pub public_key: &'a [u8],
    pub auth_secret: &'a [u8],
}

/// Fresh for each one that is sealed.
pub struct Chance {
    pub secret: [u8; 32],
    pub salt: [u8; SALT_BYTES],
}

/// Nothing when the reader's key is none, or the text too long.
pub fn seal(text: &[u8], reader: &Reader<'_>, chance: &Chance) -> Option<Vec<u8>> {
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let theirs = PublicKey::from_sec1_bytes(reader.public_key).ok()?;
    let ours = SecretKey::from_slice(&chance.secret).ok()?;
    let our_point = ours.public_key().to_sec1_point(false);
    let shared = ecdh::diffie_hellman(ours.to_nonzero_scalar(), theirs.as_affine());

    let about = [b"WebPush: info\0", reader.public_key, our_point.as_bytes()].concat();
    let input: [u8; 32] = expand(reader.auth_secret, shared.raw_secret_bytes(), &about)?;
    let key: [u8; 16] = expand(&chance.salt, &input, b"Content-Encoding: aes128gcm\0")?;
    let nonce: [u8; 12] = expand(&chance.salt, &input, b"Content-Encoding: nonce\0")?;
    let sealed = Aes128Gcm::new(&key.into()).encrypt(&Nonce::from(nonce), [text, &[LAST]].concat().as_slice()).ok()?;

    let key_length = u8::try_from(our_point.as_bytes().len()).ok()?;
    Some([&chance.salt, &RECORD_BYTES.to_be_bytes()[..], &[key_length], our_point.as_bytes(), &sealed].concat())
}

fn expand<const N: usize>(salt: &[u8], secret: &[u8], about: &[u8]) -> Option<[u8; N]> {
    let mut out = [0; N];
    Hkdf::<Sha256>::new(Some(salt), secret).expand(about, &mut out).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{Chance, Reader, TEXT_BYTES_MAX, seal};
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    const PUBLIC_KEY: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const AUTH_SECRET: &str = "BTBZMqHH6r4Tts7J_aSIgg";

    fn chance() -> Chance {
        Chance {
            secret: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw").try_into().unwrap(),
            salt: bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap(),
        }
    }

    /// The example of RFC 8291, section 5.
    #[test]
    fn what_is_sealed_is_what_browsers_expect() {
        let (public_key, auth_secret) = (bytes(PUBLIC_KEY), bytes(AUTH_SECRET));
        let reader = Reader { public_key: &public_key, auth_secret: &auth_secret };
        let sealed = seal(b"When I grow up, I want to be a watermelon", &reader, &chance()).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz\
             AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn what_is_too_long_or_for_nobody_is_not_sealed() {
        let (public_key, auth_secret) = (bytes(PUBLIC_KEY), bytes(AUTH_SECRET));
        let reader = Reader { public_key: &public_key, auth_secret: &auth_secret };
        assert_eq!(seal(&[b'x'; TEXT_BYTES_MAX], &reader, &chance()).unwrap().len(), 4_096);
        assert!(seal(&[b'x'; TEXT_BYTES_MAX + 1], &reader, &chance()).is_none());
        let nobody = Reader { public_key: &[4; 65], auth_secret: &auth_secret };
        assert!(seal(b"text", &nobody, &chance()).is_none());
    }
}
