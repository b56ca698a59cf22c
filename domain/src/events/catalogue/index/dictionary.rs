//! Every word of the catalogue, and the rows it stands in.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::similar::{Shape, distance_allowed, distance_within};

/// Where in an event a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Text = 0,
    Place = 1,
    Title = 2,
}

/// A row and a field in one number: there are millions of them.
#[derive(Clone, Copy)]
pub struct Posting(u32);

const FIELD_BITS: u32 = 2;

impl Posting {
    fn new(slot: u32, field: Field) -> Self {
        Self((slot << FIELD_BITS) | field as u32)
    }

    pub fn slot(self) -> usize {
        (self.0 >> FIELD_BITS) as usize
    }

    pub fn field(self) -> Field {
        match self.0 & ((1 << FIELD_BITS) - 1) {
            0 => Field::Text,
            1 => Field::Place,
            _ => Field::Title,
        }
    }
}

struct Word {
    text: Arc<str>,
    shape: Shape,
    /// Whether it stands in a title or a place: only there one may mistype it.
    titled: bool,
    postings: Vec<Posting>,
}

#[derive(Default)]
pub struct Dictionary {
    by_text: BTreeMap<Arc<str>, u32>,
    words: Vec<Word>,
}

impl Dictionary {
    /// Rows come in order.
    pub fn add(&mut self, slot: u32, field: Field, words: &str) {
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            let Some(word) = self.find_or_make(word) else { return };
            word.titled |= field != Field::Text;
            word.postings.push(Posting::new(slot, field));
        }
    }

    fn find_or_make(&mut self, text: &str) -> Option<&mut Word> {
        let number = match self.by_text.get(text) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.words.len()).ok()?;
                let text: Arc<str> = text.into();
                self.by_text.insert(text.clone(), number);
                self.words.push(Word { shape: Shape::of(&text), text, titled: false, postings: Vec::new() });
                number
            }
        };
        self.words.get_mut(number as usize)
    }

    pub fn postings(&self, number: u32) -> &[Posting] {
        self.words.get(number as usize).map_or(&[], |word| &word.postings)
    }

    pub fn exact(&self, text: &str) -> Option<u32> {
        self.by_text.get(text).copied()
    }

    /// Longer words that begin like this.
    pub fn beginning_with<'d>(&'d self, text: &'d str) -> impl Iterator<Item = u32> + 'd {
        let longer = self.by_text.range::<str, _>((Bound::Excluded(text), Bound::Unbounded));
        longer.take_while(move |(word, _)| word.starts_with(text)).map(|(_, number)| *number)
    }

    /// Words of titles and places that are one or two letters away from this.
    pub fn similar_to(&self, text: &str) -> Vec<u32> {
        let shape = Shape::of(text);
        let allowed = distance_allowed(shape.chars);
        if allowed == 0 {
            return Vec::new();
        }
        let letters: Vec<char> = text.chars().collect();
        let mut found = Vec::new();
        for (number, word) in (0_u32..).zip(&self.words) {
            if word.titled
                && word.shape.may_be_within(&shape, allowed)
                && distance_within(&letters, &word.text, allowed)
            {
                found.push(number);
            }
        }
        found
    }
}
