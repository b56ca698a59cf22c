//! An admin approves a club that waits, or rejects it and says why. Each club is decided on once.

use super::meet_club::show_club;
use crate::accounts::{Caller, Role};
use crate::clubs::store::clubs;
use crate::clubs::{Club, ClubStatus, parse_rejection_reason};
use crate::ids::ClubId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{FieldProblem, Refusal};
use crate::store::Tx;

struct Decision {
    caller: Caller,
    club_id: ClubId,
    /// Nothing is wrong with a club that is approved.
    rejected_because: Option<String>,
}

pub async fn approve_club(platform: &Platform, caller: Caller, club_id: ClubId) -> Outcome<Club> {
    decide(platform, Decision { caller, club_id, rejected_because: None }).await
}

pub async fn reject_club(platform: &Platform, caller: Caller, club_id: ClubId, reason: &str) -> Outcome<Club> {
    caller.must(Role::can_manage_clubs)?;
    let reason = parse_rejection_reason(reason).map_err(|why| FieldProblem::refuse("reason", why))?;
    decide(platform, Decision { caller, club_id, rejected_because: Some(reason) }).await
}

async fn decide(platform: &Platform, decision: Decision) -> Outcome<Club> {
    decision.caller.must(Role::can_manage_clubs)?;
    platform.change(decision, |tx, decision| Box::pin(apply(tx, decision))).await
}

async fn apply(tx: &mut Tx, decision: &Decision) -> Outcome<Club> {
    let (caller, club_id) = (decision.caller, decision.club_id);
    let reason = decision.rejected_because.as_deref();
    let (status, decided) = match reason {
        None => (ClubStatus::Approved, Message::ClubApproved { club_id }),
        Some(_) => (ClubStatus::Rejected, Message::ClubRejected { club_id }),
    };
    if !clubs::decide(tx, club_id, status, reason).await? {
        clubs::find(tx, None, club_id).await?.ok_or(Refusal::NotFound)?;
        return Err(Refusal::ClubNotPending.into());
    }
    journal::record(tx, Some(caller.user_id), decided).await?;
    show_club(tx, Some(caller), club_id).await
}
