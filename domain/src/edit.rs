//! A change to a field that may be empty: left as it is, emptied, or set. In JSON: left out, `null`, or a value.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::refusal::Problems;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Edit<T> {
    #[default]
    Keep,
    Clear,
    Set(T),
}

impl<T> Edit<T> {
    /// What stands there afterwards.
    pub fn over(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Edit<U> {
        match self {
            Self::Keep => Edit::Keep,
            Self::Clear => Edit::Clear,
            Self::Set(value) => Edit::Set(change(value)),
        }
    }

    /// The parsed value; what cannot be parsed is noted and nothing is set.
    pub fn parse<U>(
        &self,
        problems: &mut Problems,
        field: &str,
        parse: impl FnOnce(&T) -> Result<U, String>,
    ) -> Edit<U> {
        match self {
            Self::Keep => Edit::Keep,
            Self::Clear => Edit::Clear,
            Self::Set(raw) => problems.check(field, parse(raw)).into(),
        }
    }
}

impl<T> Edit<Option<T>> {
    /// Setting nothing is emptying.
    pub fn flatten(self) -> Edit<T> {
        match self {
            Self::Keep => Edit::Keep,
            Self::Clear => Edit::Clear,
            Self::Set(value) => value.into(),
        }
    }
}

impl<T> From<Option<T>> for Edit<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }
}

/// Stands in a struct with `#[serde(default)]`: what is left out never comes here.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Edit<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Self::from)
    }
}

impl<T: Serialize> Serialize for Edit<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep | Self::Clear => serializer.serialize_none(),
            Self::Set(value) => serializer.serialize_some(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Edit;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Body {
        #[serde(default)]
        capacity: Edit<i64>,
    }

    #[test]
    fn leaving_out_is_not_emptying() {
        let read = |json: &str| serde_json::from_str::<Body>(json).unwrap().capacity;
        assert_eq!((read("{}"), read(r#"{"capacity":null}"#)), (Edit::Keep, Edit::Clear));
        assert_eq!(read(r#"{"capacity":7}"#), Edit::Set(7));
        assert_eq!(
            (Edit::Keep.over(Some(1)), Edit::Clear.over(Some(1)), Edit::Set(2).over(Some(1))),
            (Some(1), None, Some(2))
        );
    }
}
