//! Somebody founds a club. It waits for an admin's approval, and is theirs from the first moment.

use super::meet_club::show_club;
use crate::accounts::{Caller, hold_person};
use crate::clubs::store::clubs::{self, NewClub};
use crate::clubs::store::members::{self, NewMember};
use crate::clubs::{
    Club, ClubRole, Founding, JoinPolicy, MemberStatus, MembersVisible, PENDING_CLUBS_MAX, parse_club_description,
    parse_club_name, parse_hue,
};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

pub async fn found_club(platform: &Platform, caller: Caller, request: Founding) -> Outcome<Club> {
    let new = parse(platform, &request)?;
    platform.change((caller, new), |tx, (caller, new)| Box::pin(found(tx, *caller, new))).await
}

fn parse(platform: &Platform, request: &Founding) -> Result<NewClub, Refusal> {
    let mut problems = Problems::default();
    let name = problems.check("name", parse_club_name(&request.name));
    let description = problems.check("description", parse_club_description(&request.description));
    let join_policy = match request.join_policy.as_deref() {
        Some(raw) => problems.check("join_policy", JoinPolicy::parse(raw)),
        None => Some(JoinPolicy::default()),
    };
    let members_visible = match request.members_visible.as_deref() {
        Some(raw) => problems.check("members_visible", MembersVisible::parse(raw)),
        None => Some(MembersVisible::default()),
    };
    let hue = request.hue.map(|degrees| problems.check("hue", parse_hue(degrees)));
    match (name, description, join_policy, members_visible, hue) {
        (Some(name), Some(description), Some(join_policy), Some(members_visible), None | Some(Some(_))) => {
            let club_id = platform.random.id(platform.clock.now());
            Ok(NewClub { club_id, name, description, join_policy, members_visible, hue: hue.flatten() })
        }
        _ => Err(problems.refusal()),
    }
}

async fn found(tx: &mut Tx, caller: Caller, new: &NewClub) -> Outcome<Club> {
    let (club_id, user_id) = (new.club_id, caller.user_id);
    hold_person(tx, user_id).await?;
    if clubs::count_pending_of(tx, user_id).await? >= PENDING_CLUBS_MAX {
        return Err(Refusal::TooManyPendingClubs.into());
    }
    if !clubs::insert(tx, new).await? {
        return Err(Refusal::ClubNameTaken.into());
    }
    let owner = NewMember { club_id, user_id, role: ClubRole::Owner, status: MemberStatus::Active, message: "" };
    members::insert(tx, &owner).await?;
    journal::record(tx, Some(user_id), Message::ClubCreated { club_id, user_id }).await?;
    show_club(tx, Some(caller), club_id).await
}
