//! An admin changes somebody's role, suspends an account or takes a suspension back. There is always an admin left.

use serde::{Deserialize, Serialize};

use super::caller::Caller;
use super::end_sessions::end_all_but;
use crate::accounts::store::users::{self, UserRow};
use crate::accounts::{Account, Role};
use crate::ids::UserId;
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UserChange {
    pub role: Option<String>,
    pub suspended: Option<bool>,
}

struct Order {
    caller: Caller,
    user_id: UserId,
    role: Option<Role>,
    suspended: Option<bool>,
}

pub async fn change_user(platform: &Platform, caller: Caller, user_id: UserId, change: UserChange) -> Outcome<Account> {
    caller.must(Role::can_manage_users)?;
    let role = match change.role.as_deref() {
        Some(role) => Some(Role::parse(role).map_err(|why| FieldProblem::refuse("role", why))?),
        None => None,
    };
    let order = Order { caller, user_id, role, suspended: change.suspended };
    platform.change(order, |tx, order| Box::pin(apply(tx, order))).await
}

async fn apply(tx: &mut Tx, order: &Order) -> Outcome<Account> {
    let admins = users::count_active_admins(tx).await?;
    let before = users::find(tx, order.user_id).await?.ok_or(Refusal::NotFound)?;
    let role = order.role.unwrap_or(before.role);
    let suspended = order.suspended.unwrap_or(before.suspended_at.is_some());
    let was_admin = before.role == Role::Admin && before.suspended_at.is_none();
    let stays_admin = role == Role::Admin && !suspended;
    if was_admin && !stays_admin {
        if admins <= 1 {
            return Err(Refusal::LastAdmin.into());
        }
        // So that nobody locks themselves out by a slip; another admin may do it.
        if order.user_id == order.caller.user_id {
            return Err(Refusal::OwnAccount.into());
        }
    }
    set_role(tx, order, &before, role).await?;
    set_suspended(tx, order, &before, suspended).await?;
    let after =
        users::find(tx, order.user_id).await?.ok_or_else(|| Fault::new("an account vanished while it changed"))?;
    Ok(after.into_account())
}

async fn set_role(tx: &mut Tx, order: &Order, before: &UserRow, role: Role) -> Outcome<()> {
    if role == before.role {
        return Ok(());
    }
    let user_id = order.user_id;
    users::set_role(tx, user_id, role).await?;
    journal::record(tx, Some(order.caller.user_id), Message::UserRoleChanged { user_id, role }).await?;
    Ok(())
}

async fn set_suspended(tx: &mut Tx, order: &Order, before: &UserRow, suspended: bool) -> Outcome<()> {
    if suspended == before.suspended_at.is_some() {
        return Ok(());
    }
    let (user_id, actor) = (order.user_id, Some(order.caller.user_id));
    if suspended {
        let now = tx.now();
        users::set_suspended(tx, user_id, Some(now)).await?;
        end_all_but(tx, user_id, None, actor).await?;
        journal::record(tx, actor, Message::UserSuspended { user_id }).await?;
    } else {
        users::set_suspended(tx, user_id, None).await?;
        journal::record(tx, actor, Message::UserReinstated { user_id }).await?;
    }
    Ok(())
}
