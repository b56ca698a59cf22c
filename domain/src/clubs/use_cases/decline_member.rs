//! An officer does not let in somebody who asked. They may ask again.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::store::members;
use crate::clubs::{ClubRole, MemberStatus, Standing};
use crate::ids::{ClubId, UserId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

pub async fn decline_member(platform: &Platform, caller: Caller, club_id: ClubId, user_id: UserId) -> Outcome<()> {
    platform
        .change((caller, club_id, user_id), |tx, (caller, club_id, user_id)| {
            Box::pin(decline(tx, *caller, *club_id, *user_id))
        })
        .await
}

async fn decline(tx: &mut Tx, caller: Caller, club_id: ClubId, user_id: UserId) -> Outcome<()> {
    let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    let asking = members::find(tx, club_id, user_id).await?.ok_or(Refusal::NotFound)?;
    if asking.status == MemberStatus::Active {
        return Err(Refusal::AlreadyMember.into());
    }
    if !members::remove(tx, club_id, user_id, ClubRole::Member, MemberStatus::Requested).await? {
        return Err(Refusal::NotFound.into());
    }
    journal::record(tx, Some(caller.user_id), Message::MemberDeclined { club_id, user_id }).await?;
    Ok(())
}
