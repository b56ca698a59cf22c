//! An admin gives a kind of event another name.

use super::refresh_listing::refresh_category_name;
use crate::accounts::{Caller, Role};
use crate::events::store::categories;
use crate::events::{Category, CategoryEdit, parse_category_name};
use crate::ids::CategoryId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, FieldProblem, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    category_id: CategoryId,
    name: Option<String>,
    version: Option<i64>,
}

pub async fn edit_category(
    platform: &Platform,
    caller: Caller,
    category_id: CategoryId,
    edit: CategoryEdit,
) -> Outcome<Category> {
    caller.must(Role::can_manage_categories)?;
    let name = edit.name.as_deref().map(parse_category_name).transpose();
    let name = name.map_err(|why| FieldProblem::refuse("name", why))?;
    let parsed = ParsedEdit { caller, category_id, name, version: edit.version };
    platform.change(parsed, |tx, edit| Box::pin(apply(tx, edit))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<Category> {
    let category_id = edit.category_id;
    let before = categories::find(tx, category_id).await?.ok_or(Refusal::NotFound)?;
    if edit.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    let Some(name) = edit.name.as_deref().filter(|name| *name != before.name) else { return Ok(before.into_view()) };
    if !categories::update(tx, category_id, name, before.version).await? {
        let taken = categories::name_is_taken(tx, name, category_id).await?;
        let refusal = if taken { EventRefusal::CategoryNameTaken.into() } else { Refusal::EditedMeanwhile };
        return Err(refusal.into());
    }
    refresh_category_name(tx, category_id).await?;
    journal::record(tx, Some(edit.caller.user_id), Message::CategoryEdited { category_id }).await?;
    Ok(categories::find(tx, category_id).await?.ok_or(Refusal::NotFound)?.into_view())
}
