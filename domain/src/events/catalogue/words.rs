//! Words as they are searched: lower case, without accents, in Latin letters where there is one for it.

use std::collections::BTreeSet;

/// What is longer is cut: nobody types more of a word.
pub const WORD_MAX_CHARS: usize = 32;
/// Different words of one text that are searched.
pub const TEXT_WORDS_MAX: usize = 1_000;

/// Letters, and what is searched in place of each of them.
const FOLDED: [(&str, &str); 30] = [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"),
    ("ĝğġģǧ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıǐỉị", "i"),
    ("ĵ", "j"),
    ("ķǩ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏőǒơọỏốồổỗộớờởỡợ", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűųǔưụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"),
    ("ё", "е"),
    ("ά", "α"),
    ("έ", "ε"),
    ("ή", "η"),
    ("ίϊΐ", "ι"),
    ("ό", "ο"),
    ("ύϋ", "υ"),
];

/// The words of a text, in its order.
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if stands_alone(c) {
            end(&mut word, &mut words);
            words.push(c.to_string());
        } else if is_mark(c) {
            // An accent that is written apart, an apostrophe: the word goes on.
        } else if c.is_alphanumeric() {
            if c.is_ascii() {
                word.push(c);
            } else {
                match FOLDED.iter().find(|(letters, _)| letters.contains(c)) {
                    Some((_, folded)) => word.push_str(folded),
                    None => word.push(c),
                }
            }
        } else {
            end(&mut word, &mut words);
        }
    }
    end(&mut word, &mut words);
    words
}

/// Each word once, as it is kept.
pub fn kept_words(texts: &[&str]) -> String {
    let mut seen = BTreeSet::new();
    for text in texts {
        for word in words_of(text) {
            if seen.len() == TEXT_WORDS_MAX {
                break;
            }
            seen.insert(word);
        }
    }
    seen.into_iter().collect::<Vec<_>>().join(" ")
}

/// The same for everything that is written alike: how two cities are told apart.
pub fn folded(text: &str) -> String {
    words_of(text).join(" ")
}

fn end(word: &mut String, words: &mut Vec<String>) {
    if word.is_empty() {
        return;
    }
    let cut = word.char_indices().nth(WORD_MAX_CHARS).map(|(at, _)| at);
    word.truncate(cut.unwrap_or(word.len()));
    words.push(std::mem::take(word));
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\'' | '’' | '\u{AD}')
}

/// Scripts without spaces between words: each sign is searched for itself.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{2FA1F}')
}

#[cfg(test)]
mod tests {
    use super::{WORD_MAX_CHARS, folded, kept_words, words_of};
    use proptest::prelude::{any, proptest};

    #[test]
    fn words_are_searched_without_capitals_and_accents() {
        assert_eq!(words_of("  Café-Konzert: ÄRGER & Größe!"), ["cafe", "konzert", "arger", "grosse"]);
        assert_eq!(words_of("Cafe\u{301} d’été"), ["cafe", "dete"]);
        assert_eq!(words_of("Žižkov İstanbul ŁÓDŹ Ærø"), ["zizkov", "istanbul", "lodz", "aero"]);
        assert_eq!(words_of("ШАХМАТЫ 5km 2026"), ["шахматы", "5km", "2026"]);
        assert_eq!(words_of("東京Jazz"), ["東", "京", "jazz"]);
        assert_eq!(words_of("🎭 … %_' "), Vec::<String>::new());
        assert_eq!(folded("  Frankfurt (Oder) "), "frankfurt oder");
    }

    #[test]
    fn a_text_is_kept_as_its_words_each_once() {
        assert_eq!(kept_words(&["b a", "A c"]), "a b c");
    }

    proptest! {
        #[test]
        fn no_text_has_words_that_cannot_be_kept(text in any::<String>()) {
            for word in words_of(&text) {
                assert!(!word.is_empty() && !word.contains(' ') && word.chars().count() <= WORD_MAX_CHARS);
            }
            assert_eq!(words_of(&folded(&text)), words_of(&text));
        }
    }
}
