//! Names made from content: the same bytes always get the same name, other bytes another one.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The full hash in hexadecimal, over parts that cannot run into each other.
pub fn of_parts(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    to_hex(&hasher.finalize())
}

/// Sixteen hexadecimal digits: enough for a file name that may be cached for ever.
pub fn short(bytes: &[u8]) -> String {
    let mut hash = to_hex(&Sha256::digest(bytes));
    hash.truncate(16);
    hash
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_hash_has_sixteen_digits_and_follows_the_content() {
        assert_eq!(short(b"a").len(), 16);
        assert_eq!(short(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(short(b"a"), short(b"b"));
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(of_parts(&[b"ab", b"c"]), of_parts(&[b"a", b"bc"]));
    }
}
