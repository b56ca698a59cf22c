//! An admin adds a kind of event.

use crate::accounts::{Caller, Role};
use crate::events::store::categories;
use crate::events::{CATEGORIES_MAX, Category, parse_category_name};
use crate::ids::CategoryId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, FieldProblem, Refusal};
use crate::store::Tx;

pub async fn create_category(platform: &Platform, caller: Caller, name: &str) -> Outcome<Category> {
    caller.must(Role::can_manage_categories)?;
    let name = parse_category_name(name).map_err(|why| FieldProblem::refuse("name", why))?;
    platform.change((caller, name), |tx, (caller, name)| Box::pin(create(tx, *caller, name))).await
}

async fn create(tx: &mut Tx, caller: Caller, name: &str) -> Outcome<Category> {
    if categories::count(tx).await? >= CATEGORIES_MAX {
        return Err(EventRefusal::TooManyCategories.into());
    }
    let category_id: CategoryId = tx.new_id();
    if !categories::insert(tx, category_id, name).await? {
        return Err(EventRefusal::CategoryNameTaken.into());
    }
    journal::record(tx, Some(caller.user_id), Message::CategoryCreated { category_id }).await?;
    Ok(categories::find(tx, category_id).await?.ok_or(Refusal::NotFound)?.into_view())
}
