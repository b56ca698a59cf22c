//! An officer lets in somebody who asked.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::store::members::{self, MemberRow};
use crate::clubs::{MemberStatus, MemberView, Standing};
use crate::ids::{ClubId, UserId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn accept_member(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    user_id: UserId,
) -> Outcome<MemberView> {
    platform
        .change((caller, club_id, user_id), |tx, (caller, club_id, user_id)| {
            Box::pin(accept(tx, *caller, *club_id, *user_id))
        })
        .await
}

async fn accept(tx: &mut Tx, caller: Caller, club_id: ClubId, user_id: UserId) -> Outcome<MemberView> {
    let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    let asking = find_shown(tx, club_id, user_id).await?;
    if asking.status == MemberStatus::Active {
        return Err(Refusal::AlreadyMember.into());
    }
    if !members::admit(tx, club_id, user_id).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::MemberAdded { club_id, user_id }).await?;
    Ok(find_shown(tx, club_id, user_id).await?.into_view())
}

/// A suspended person is not shown, and cannot be given anything.
pub async fn find_shown(tx: &mut Tx, club_id: ClubId, user_id: UserId) -> Outcome<MemberRow> {
    let found = members::find(tx, club_id, user_id).await?;
    Ok(found.filter(|row| row.suspended_at.is_none()).ok_or(Refusal::NotFound)?)
}
