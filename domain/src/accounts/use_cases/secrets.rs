//! Tokens that are worth something to whoever holds them: made of 32 random bytes, kept only as a hash.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::platform::Random;

/// Longer than any token of ours: what is longer need not be hashed to be refused.
const TOKEN_MAX_BYTES: usize = 128;

pub struct Secret {
    pub token: String,
    pub hash: Vec<u8>,
}

pub fn new_secret(random: &Random) -> Secret {
    let token = URL_SAFE_NO_PAD.encode(random.bytes::<32>());
    let hash = Sha256::digest(token.as_bytes()).to_vec();
    Secret { token, hash }
}

/// What the token is kept as. Nothing for something that can be none of ours.
pub fn hash_of(token: &str) -> Option<Vec<u8>> {
    let token = token.trim();
    (!token.is_empty() && token.len() <= TOKEN_MAX_BYTES).then(|| Sha256::digest(token.as_bytes()).to_vec())
}
