//! An attendee wants to put on events of their own. Where the site asks for it, only an admin may give that role.

use super::caller::Caller;
use crate::accounts::store::users;
use crate::accounts::{Account, Role};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn become_organizer(platform: &Platform, caller: Caller) -> Outcome<Account> {
    if platform.rules.organizers_need_an_admin && caller.role == Role::Attendee {
        return Err(Refusal::NotAllowed.into());
    }
    platform
        .change(caller.user_id, |tx, user_id| {
            Box::pin(async move {
                let user_id = *user_id;
                let before = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                // Asking twice, or as an admin, changes nothing and is no mistake.
                if before.role != Role::Attendee {
                    return Ok(before.into_account());
                }
                users::set_role(tx, user_id, Role::Organizer).await?;
                let changed = Message::UserRoleChanged { user_id, role: Role::Organizer };
                journal::record(tx, Some(user_id), changed).await?;
                let after = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                Ok(after.into_account())
            })
        })
        .await
}
