//! Access tokens: JWTs of a quarter of an hour, signed with HMAC-SHA256.
//!
//! `jsonwebtoken` comes without cryptography of its own here (its bundled choices bring RSA along); the provider
//! below covers exactly the one algorithm we sign with, and nothing else can reach it.

use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::signature::{self, Signer, Verifier};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::accounts::Role;
use crate::ids::{SessionId, UserId};
use crate::outcome::Fault;
use crate::refusal::Refusal;
use crate::time::Timestamp;

pub const ACCESS_TOKEN_LIFETIME: Duration = Duration::from_secs(15 * 60);

const ISSUER: &str = "foyer";
const AUDIENCE: &str = "foyer-api";

#[derive(Debug, Serialize, Deserialize)]
pub struct Claims {
    pub iss: String,
    pub aud: String,
    pub sub: UserId,
    pub sid: SessionId,
    pub role: Role,
    pub iat: i64,
    pub exp: i64,
}

pub struct AccessTokens {
    signing: EncodingKey,
    checking: DecodingKey,
    validation: Validation,
}

impl AccessTokens {
    pub fn new(secret: &[u8]) -> Self {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
        // Checked below against the platform's clock instead of the machine's.
        validation.validate_exp = false;
        Self { signing: EncodingKey::from_secret(secret), checking: DecodingKey::from_secret(secret), validation }
    }

    pub fn issue(&self, user: UserId, session: SessionId, role: Role, now: Timestamp) -> Result<String, Fault> {
        let claims = Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: user,
            sid: session,
            role,
            iat: now.as_seconds(),
            exp: now.plus(ACCESS_TOKEN_LIFETIME).as_seconds(),
        };
        encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .map_err(|error| Fault::because("an access token could not be signed", error))
    }

    pub fn read(&self, token: &str, now: Timestamp) -> Result<Claims, Refusal> {
        let claims =
            decode::<Claims>(token, &self.checking, &self.validation).map_err(|_| Refusal::SignInEnded)?.claims;
        if claims.exp > now.as_seconds() { Ok(claims) } else { Err(Refusal::SignInEnded) }
    }
}

/// To be called once before the first token is made or read; later calls change nothing.
pub fn install_token_signing() {
    static HS256_ONLY: CryptoProvider = CryptoProvider {
        signer_factory: make_signer,
        verifier_factory: make_verifier,
        key_utils: KeyUtils::new_unimplemented(),
    };
    let _ = HS256_ONLY.install_default();
}

#[derive(Clone)]
struct Hs256(Hmac<Sha256>);

impl Hs256 {
    fn with_key(key: &[u8]) -> Result<Self, Error> {
        Hmac::new_from_slice(key).map(Self).map_err(|_| ErrorKind::InvalidKeyFormat.into())
    }
}

fn make_signer(algorithm: &Algorithm, key: &EncodingKey) -> Result<Box<dyn JwtSigner>, Error> {
    check_family(*algorithm, key.family())?;
    Ok(Box::new(Hs256::with_key(key.as_bytes())?))
}

fn make_verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>, Error> {
    check_family(*algorithm, key.family())?;
    Ok(Box::new(Hs256::with_key(key.try_get_as_bytes()?)?))
}

/// Keeps every other algorithm, and every key meant for another one, away from the HMAC.
fn check_family(algorithm: Algorithm, family: AlgorithmFamily) -> Result<(), Error> {
    if algorithm == Algorithm::HS256 && family == AlgorithmFamily::Hmac {
        Ok(())
    } else {
        Err(ErrorKind::InvalidAlgorithm.into())
    }
}

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, signature::Error> {
        Ok(self.0.clone().chain_update(message).finalize().into_bytes().to_vec())
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    fn verify(&self, message: &[u8], tag: &Vec<u8>) -> Result<(), signature::Error> {
        self.0.clone().chain_update(message).verify_slice(tag).map_err(|_| signature::Error::new())
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

#[cfg(test)]
mod tests {
    use super::{ACCESS_TOKEN_LIFETIME, AccessTokens, install_token_signing};
    use crate::accounts::Role;
    use crate::ids::{SessionId, UserId};
    use crate::time::Timestamp;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use std::time::Duration;
    use uuid::Uuid;

    const SECRET: &[u8] = b"a secret of at least thirty-two bytes";

    fn issue(secret: &[u8], now: Timestamp) -> String {
        install_token_signing();
        AccessTokens::new(secret)
            .issue(UserId(Uuid::from_u128(1)), SessionId(Uuid::from_u128(2)), Role::Attendee, now)
            .unwrap()
    }

    #[test]
    fn a_token_is_good_for_a_quarter_of_an_hour_and_not_a_second_longer() {
        let now = Timestamp::from_seconds(1_795_284_000);
        let token = issue(SECRET, now);
        let tokens = AccessTokens::new(SECRET);
        let almost = now.plus(ACCESS_TOKEN_LIFETIME).minus(Duration::from_secs(1));
        assert_eq!(tokens.read(&token, almost).unwrap().sub, UserId(Uuid::from_u128(1)));
        assert!(tokens.read(&token, now.plus(ACCESS_TOKEN_LIFETIME)).is_err());
    }

    #[test]
    fn foreign_altered_and_unsigned_tokens_are_refused() {
        let now = Timestamp::from_seconds(1_795_284_000);
        let good = issue(SECRET, now);
        let tokens = AccessTokens::new(SECRET);
        let part = |index: usize| good.split('.').nth(index).unwrap().to_owned();
        let encode = |json: &str| URL_SAFE_NO_PAD.encode(json);
        let claims = String::from_utf8(URL_SAFE_NO_PAD.decode(part(1)).unwrap()).unwrap();
        let as_admin = claims.replace("attendee", "admin");
        let other_audience = claims.replace("foyer-api", "elsewhere");
        for token in [
            String::new(),
            "a.b.c".into(),
            issue(b"another secret of thirty-two bytes!!", now),
            format!("{}.{}.{}", part(0), encode(&as_admin), part(2)),
            format!("{}.{}.", encode(r#"{"alg":"none","typ":"JWT"}"#), part(1)),
            format!("{}.{}.{}", encode(r#"{"alg":"none"}"#), part(1), part(2)),
            format!("{}.{}.{}", encode(r#"{"alg":"HS384"}"#), part(1), part(2)),
            format!("{}.{}.{}", encode(r#"{"alg":"RS256"}"#), part(1), part(2)),
            format!("{}.{}.{}", part(0), encode(&other_audience), part(2)),
            format!("{}.{}.{}", part(0), part(1), &part(2)[..20]),
            format!("{good}.{}", part(2)),
        ] {
            assert!(tokens.read(&token, now).is_err(), "{token}");
        }
    }
}
