//! Which rows have all the words somebody looks for, and how well they fit.

use super::Index;
use super::dictionary::{Field, Posting};
use super::row::{Row, Viewer};
use super::similar::{Shape, distance_allowed, distance_within};
use crate::events::catalogue::Filter;

/// Letters from which on the last word may be the beginning of one.
const BEGINNING_MIN_CHARS: usize = 2;

const EXACT: u16 = 2;
const BEGINS: u16 = 1;
const SIMILAR: u16 = 0;

/// How a row fits so far.
#[derive(Clone, Copy, Default)]
struct Fit {
    /// Words that were found in it, from the first on.
    words: u8,
    score: u16,
    /// What the last of them counted: the best place it stands in counts alone.
    last: u16,
}

/// What one word may stand for.
struct Meanings {
    words: Vec<(u32, u16)>,
    /// Categories and clubs that are called so.
    things: Vec<(u32, u16)>,
}

/// The score of every row, 0 where a word is missing.
pub struct Scores(Vec<Fit>, u8);

impl Scores {
    pub fn of(&self, slot: usize) -> Option<u16> {
        self.0.get(slot).filter(|fit| fit.words == self.1).map(|fit| fit.score)
    }
}

impl Index {
    /// Nothing when no word is looked for. What nobody can see as it is written is looked for as it may be meant.
    pub fn scores(&self, filter: &Filter, viewer: &Viewer) -> Option<Scores> {
        if filter.words.is_empty() {
            return None;
        }
        let strict = self.match_all(&filter.words, false);
        let seen = |(slot, row): (usize, &Row)| strict.of(slot).is_some() && row.is_seen_by(viewer);
        if self.rows.iter().enumerate().any(seen) { Some(strict) } else { Some(self.match_all(&filter.words, true)) }
    }

    fn match_all(&self, words: &[String], tolerant: bool) -> Scores {
        let mut fits = vec![Fit::default(); self.rows.len()];
        let mut found = 0;
        for (number, word) in words.iter().enumerate() {
            let meanings = self.meanings(word, number + 1 == words.len(), tolerant);
            for (word, quality) in meanings.words {
                for posting in self.dictionary.postings(word) {
                    note(&mut fits, posting.slot(), found, value(*posting, quality));
                }
            }
            if !meanings.things.is_empty() {
                self.match_things(&mut fits, found, &meanings.things);
            }
            found += 1;
        }
        Scores(fits, found)
    }

    fn match_things(&self, fits: &mut [Fit], found: u8, things: &[(u32, u16)]) {
        for (slot, row) in self.rows.iter().enumerate() {
            for (thing, quality) in things {
                if row.category == *thing || row.club == *thing {
                    note(fits, slot, found, worth(Field::Place) + quality);
                }
            }
        }
    }

    fn meanings(&self, word: &str, is_last: bool, tolerant: bool) -> Meanings {
        let mut words: Vec<(u32, u16)> =
            self.dictionary.exact(word).map(|number| (number, EXACT)).into_iter().collect();
        if is_last && word.chars().nth(BEGINNING_MIN_CHARS - 1).is_some() {
            words.extend(self.dictionary.beginning_with(word).map(|number| (number, BEGINS)));
        }
        let mut things = self.things_called(|name| quality_of(name, word, is_last));
        if tolerant {
            words.extend(self.dictionary.similar_to(word).into_iter().map(|number| (number, SIMILAR)));
            let (letters, shape): (Vec<char>, _) = (word.chars().collect(), Shape::of(word));
            let allowed = distance_allowed(shape.chars);
            let similar = |name: &str| {
                let near = shape.may_be_within(&Shape::of(name), allowed) && distance_within(&letters, name, allowed);
                (allowed > 0 && near).then_some(SIMILAR)
            };
            things.extend(self.things_called(similar));
        }
        Meanings { words, things }
    }

    fn things_called(&self, quality: impl Fn(&str) -> Option<u16>) -> Vec<(u32, u16)> {
        let named = self.names.iter().filter_map(|(thing, name)| {
            let best = name.words.iter().filter_map(|word| quality(word)).max()?;
            Some((*thing, best))
        });
        named.collect()
    }
}

fn quality_of(name: &str, word: &str, is_last: bool) -> Option<u16> {
    if name == word {
        return Some(EXACT);
    }
    (is_last && word.chars().nth(BEGINNING_MIN_CHARS - 1).is_some() && name.starts_with(word)).then_some(BEGINS)
}

fn value(posting: Posting, quality: u16) -> u16 {
    worth(posting.field()) + quality
}

/// A title counts more than anything else.
fn worth(field: Field) -> u16 {
    match field {
        Field::Title => 11,
        Field::Place => 6,
        Field::Text => 1,
    }
}

fn note(fits: &mut [Fit], slot: usize, found: u8, value: u16) {
    let Some(fit) = fits.get_mut(slot) else { return };
    if fit.words == found {
        *fit = Fit { words: found + 1, score: fit.score + value, last: value };
    } else if fit.words == found + 1 && value > fit.last {
        *fit = Fit { score: fit.score - fit.last + value, last: value, ..*fit };
    }
}
