//! Short names for what the wasm asks of its JavaScript. Those it comes with carry a hash each, which stands in both
//! files and which no compressor can squeeze: together a twentieth of what a browser downloads.

use std::collections::BTreeMap;

use crate::fault::{Outcome, fail};

const HEAD: usize = 8;
const IMPORTS: u8 = 2;
/// Kinds of what is imported, as the format counts them.
const FUNCTION: u8 = 0;
const TABLE: u8 = 1;
const MEMORY: u8 = 2;
const GLOBAL: u8 = 3;

/// The same JavaScript and wasm, with names of their own between them, and without remarks for readers.
pub fn shorten(js: &str, wasm: &[u8]) -> Outcome<(String, Vec<u8>)> {
    let mut names = BTreeMap::new();
    let Some(wasm) = rename_in_wasm(wasm, &mut names) else {
        return fail("the imports of the wasm cannot be read");
    };
    Ok((rename_in_js(&without_remarks(js), &names), wasm))
}

fn rename_in_wasm(wasm: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut renamed = wasm.get(..HEAD)?.to_vec();
    let mut reader = Reader { bytes: wasm, at: HEAD };
    while let Some(kind) = reader.byte() {
        let section = reader.bytes()?;
        renamed.push(kind);
        if kind == IMPORTS { put(&mut renamed, &rename_section(section, names)?) } else { put(&mut renamed, section) }
    }
    Some(renamed)
}

fn rename_section(section: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let count = reader.number()?;
    let mut renamed = Vec::new();
    put_number(&mut renamed, count);
    for _ in 0..count {
        put(&mut renamed, reader.bytes()?);
        let name = std::str::from_utf8(reader.bytes()?).ok()?;
        if name.starts_with("__wb") {
            let next = format!("i{}", names.len());
            put(&mut renamed, names.entry(name.to_owned()).or_insert(next).as_bytes());
        } else {
            put(&mut renamed, name.as_bytes());
        }
        let from = reader.at;
        reader.skip_what_it_is()?;
        renamed.extend(section.get(from..reader.at)?);
    }
    Some(renamed)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// Seven bits in a byte, the last of them without the eighth.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0_usize, 0_u32);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }

    /// As many as the number before them says.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let bytes = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(bytes)
    }

    fn skip_what_it_is(&mut self) -> Option<()> {
        match self.byte()? {
            FUNCTION => drop(self.number()?),
            TABLE => {
                self.byte()?;
                self.skip_limits()?;
            }
            MEMORY => self.skip_limits()?,
            GLOBAL => {
                self.byte()?;
                self.byte()?;
            }
            _ => return None,
        }
        Some(())
    }

    fn skip_limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

fn put(into: &mut Vec<u8>, bytes: &[u8]) {
    put_number(into, bytes.len());
    into.extend(bytes);
}

fn put_number(into: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        into.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

/// Whole words only: one name may begin like another.
fn rename_in_js(js: &str, names: &BTreeMap<String, String>) -> String {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut renamed = String::with_capacity(js.len());
    let mut rest = js;
    while let Some(start) = rest.find(is_of_word) {
        let (before, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.find(|letter| !is_of_word(letter)).unwrap_or(word.len()));
        renamed.push_str(before);
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    renamed + rest
}

/// Each stands on lines of its own.
fn without_remarks(js: &str) -> String {
    let mut is_remark = false;
    let mut kept = String::with_capacity(js.len());
    for line in js.lines() {
        let words = line.trim_start();
        is_remark |= words.starts_with("/**");
        if !is_remark && !words.is_empty() {
            kept.push_str(words);
            kept.push('\n');
        }
        is_remark &= !words.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::shorten;

    /// Imports a function, a global and a memory; then comes a section that is left alone.
    fn wasm(names: [&str; 2]) -> Vec<u8> {
        let mut imports = vec![3];
        for (name, kind) in [(names[0], vec![0, 5]), ("stack", vec![3, 0x7f, 1]), (names[1], vec![2, 1, 1, 0x80, 1])] {
            super::put(&mut imports, b"mod");
            super::put(&mut imports, name.as_bytes());
            imports.extend(kind);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(2);
        super::put(&mut wasm, &imports);
        wasm.push(10);
        super::put(&mut wasm, b"__wbg_a code");
        wasm
    }

    #[test]
    fn names_are_shortened_on_both_sides_and_nowhere_else() {
        let js = "/**\n * For readers.\n */\n  x.__wbg_a = 1; __wbg_ab = \"__wbg_b\"; // __wbg_abc\n";
        let (js, shortened) = shorten(js, &wasm(["__wbg_a", "__wbg_ab"])).unwrap();
        assert_eq!(js, "x.i0 = 1; i1 = \"__wbg_b\"; // __wbg_abc\n");
        assert_eq!(shortened, wasm(["i0", "i1"]));
        assert!(shorten("", b"\0asm\x01\0\0\0\x02\x09\x01").is_err());
    }
}
