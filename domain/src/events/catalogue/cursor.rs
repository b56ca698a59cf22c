//! Where a page ended: what it was sorted by, and the last thing seen. Callers pass it back untouched.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::Sort;

/// What decides the order: smallest first, and never two the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub first: i64,
    pub second: i64,
    pub id: Uuid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub sort: Sort,
    pub after: Key,
}

const BYTES: usize = 33;

impl Cursor {
    pub fn write(self) -> String {
        let mut bytes = Vec::with_capacity(BYTES);
        bytes.push(self.sort as u8);
        bytes.extend(self.after.first.to_be_bytes());
        bytes.extend(self.after.second.to_be_bytes());
        bytes.extend(self.after.id.as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Only of a list that was sorted like this one.
    pub fn parse(text: &str, sort: Sort) -> Option<Self> {
        // Before it is decoded: nobody was ever given a longer one.
        const CHARS_MAX: usize = 64;
        if text.len() > CHARS_MAX {
            return None;
        }
        let bytes: [u8; BYTES] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (kind, rest) = bytes.split_first()?;
        let (first, rest) = rest.split_first_chunk::<8>()?;
        let (second, id) = rest.split_first_chunk::<8>()?;
        let after = Key {
            first: i64::from_be_bytes(*first),
            second: i64::from_be_bytes(*second),
            id: Uuid::from_slice(id).ok()?,
        };
        (*kind == sort as u8).then_some(Self { sort, after })
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Key};
    use crate::events::catalogue::Sort;
    use proptest::prelude::{any, proptest};
    use uuid::Uuid;

    proptest! {
        #[test]
        fn a_cursor_reads_back_as_itself_and_only_in_its_own_order(first: i64, second: i64, id: u128) {
            let cursor = Cursor { sort: Sort::Price, after: Key { first, second, id: Uuid::from_u128(id) } };
            assert_eq!(Cursor::parse(&cursor.write(), Sort::Price), Some(cursor));
            assert_eq!(Cursor::parse(&cursor.write(), Sort::Date), None);
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            assert_eq!(Cursor::parse(&text, Sort::Date), None);
        }
    }
}
