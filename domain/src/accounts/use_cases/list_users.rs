//! Admins look for people.

use super::caller::Caller;
use crate::accounts::store::users::{self, UserFilter};
use crate::accounts::{AccountRow, Role};
use crate::outcome::Outcome;
use crate::page::{Page, PageRequest};
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};

const SEARCH_MAX_CHARS: usize = 100;

#[derive(Clone, Debug, Default)]
pub struct UserQuery {
    pub text: String,
    pub role: Option<String>,
    pub suspended: Option<bool>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

pub async fn list_users(platform: &Platform, caller: Caller, query: UserQuery) -> Outcome<Page<AccountRow>> {
    caller.must(Role::can_manage_users)?;
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    let filter = parse(&query)?;
    let mut tx = platform.read().await?;
    let rows = users::list(&mut tx, &filter, page).await?;
    let total = users::count(&mut tx, &filter).await?;
    Ok(Page::from_rows(rows, page, total, |row| row.id.0))
}

fn parse(query: &UserQuery) -> Result<UserFilter, Refusal> {
    let text = crate::text::parse_line(&query.text, SEARCH_MAX_CHARS).map_err(|why| FieldProblem::refuse("q", why))?;
    let role = match query.role.as_deref().filter(|role| !role.is_empty()) {
        Some(role) => Some(Role::parse(role).map_err(|why| FieldProblem::refuse("role", why))?),
        None => None,
    };
    Ok(UserFilter { text: text.to_lowercase(), role, suspended: query.suspended })
}
