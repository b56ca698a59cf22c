//! Long lists come in pages.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::refusal::{FieldProblem, Refusal};

pub const PAGE_SIZE_DEFAULT: u32 = 20;
pub const PAGE_SIZE_MAX: u32 = 100;

/// Which part of a list is wanted. The cursor is the id of the last item seen: callers pass it back untouched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRequest {
    pub limit: u32,
    pub after: Option<Uuid>,
}

impl PageRequest {
    pub fn parse(limit: Option<i64>, cursor: Option<&str>) -> Result<Self, Refusal> {
        let limit = match limit {
            None => PAGE_SIZE_DEFAULT,
            Some(limit) => {
                u32::try_from(limit).ok().filter(|limit| (1..=PAGE_SIZE_MAX).contains(limit)).ok_or_else(|| {
                    FieldProblem::refuse("limit", format!("Ask for between 1 and {PAGE_SIZE_MAX} items."))
                })?
            }
        };
        let after = match cursor.filter(|cursor| !cursor.is_empty()) {
            None => None,
            Some(cursor) => Some(Uuid::parse_str(cursor).map_err(|_| {
                FieldProblem::refuse("cursor", "This cursor is not one we gave out. Start again without it.")
            })?),
        };
        Ok(Self { limit, after })
    }
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { limit: PAGE_SIZE_DEFAULT, after: None }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next_cursor: Option<String>,
    pub total: i64,
}

impl<T> Page<T> {
    /// From one item more than was asked for: the extra one only tells that there is a next page.
    pub fn from_rows(mut rows: Vec<T>, request: PageRequest, total: i64, id: impl Fn(&T) -> Uuid) -> Self {
        let limit = request.limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = if more { rows.last().map(|row| id(row).to_string()) } else { None };
        Self { items: rows, next_cursor, total }
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next_cursor: self.next_cursor, total: self.total }
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, PageRequest};
    use uuid::Uuid;

    #[test]
    fn sizes_out_of_range_are_refused() {
        for limit in [0, -1, 101, i64::MAX] {
            assert!(PageRequest::parse(Some(limit), None).is_err(), "{limit}");
        }
        assert!(PageRequest::parse(Some(100), Some("")).is_ok());
        assert!(PageRequest::parse(None, Some("' or 1=1")).is_err());
    }

    #[test]
    fn a_cursor_is_given_only_when_there_is_more() {
        let ids: Vec<Uuid> = (1..=3).map(Uuid::from_u128).collect();
        let two = PageRequest { limit: 2, after: None };
        let page = Page::from_rows(ids.clone(), two, 3, |id| *id);
        assert_eq!(page.next_cursor, Some(ids[1].to_string()));
        assert_eq!(Page::from_rows(ids[..2].to_vec(), two, 2, |id| *id).next_cursor, None);
    }
}
