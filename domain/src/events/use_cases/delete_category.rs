//! An admin takes away a kind of event that no event is of.

use crate::accounts::{Caller, Role};
use crate::events::store::categories;
use crate::ids::CategoryId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{EventRefusal, Refusal};
use crate::store::Tx;

pub async fn delete_category(platform: &Platform, caller: Caller, category_id: CategoryId) -> Outcome<()> {
    caller.must(Role::can_manage_categories)?;
    platform
        .change((caller, category_id), |tx, (caller, category_id)| Box::pin(delete(tx, *caller, *category_id)))
        .await
}

async fn delete(tx: &mut Tx, caller: Caller, category_id: CategoryId) -> Outcome<()> {
    // An event that is taking it right now is waited for, and then counted.
    categories::lock(tx, category_id).await?;
    let category = categories::find(tx, category_id).await?.ok_or(Refusal::NotFound)?;
    if category.events > 0 {
        return Err(EventRefusal::CategoryInUse { events: category.events }.into());
    }
    if !categories::delete(tx, category_id).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::CategoryDeleted { category_id }).await?;
    Ok(())
}
