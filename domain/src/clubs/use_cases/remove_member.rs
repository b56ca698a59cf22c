//! Somebody leaves a club, takes back their wish to join, or is removed: members by officers, anybody by the owner.
//! The owner stays until the club was handed over.

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

pub async fn remove_member(platform: &Platform, caller: Caller, club_id: ClubId, user_id: UserId) -> Outcome<()> {
    platform
        .change((caller, club_id, user_id), |tx, (caller, club_id, user_id)| {
            Box::pin(remove(tx, *caller, *club_id, *user_id))
        })
        .await
}

async fn remove(tx: &mut Tx, caller: Caller, club_id: ClubId, user_id: UserId) -> Outcome<()> {
    let (_, standing) = meet_club(tx, Some(caller), club_id).await?;
    let own = caller.user_id == user_id;
    if !own {
        // Before looking who is there: the list may not be theirs to see.
        standing.must(Standing::runs_the_club)?;
    }
    let member = members::find(tx, club_id, user_id).await?.ok_or(Refusal::NotFound)?;
    if own && member.role == ClubRole::Owner {
        return Err(Refusal::ClubNeedsOwner.into());
    }
    if !own {
        standing.must(|standing| standing.may_remove(member.role))?;
    }
    if !members::remove(tx, club_id, user_id, member.role, member.status).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let happened = match (member.status, own) {
        (MemberStatus::Active, _) => Message::MemberRemoved { club_id, user_id },
        (MemberStatus::Requested, true) => Message::MemberRequestWithdrawn { club_id, user_id },
        (MemberStatus::Requested, false) => Message::MemberDeclined { club_id, user_id },
    };
    journal::record(tx, Some(caller.user_id), happened).await?;
    Ok(())
}
