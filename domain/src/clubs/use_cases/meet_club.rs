//! A club as somebody meets it: together with how they stand to it, or not at all.

use crate::accounts::{Caller, confirmed_email};
use crate::clubs::store::clubs::{self, ClubRow};
use crate::clubs::store::invitations;
use crate::clubs::store::members::Onlooker;
use crate::clubs::{Club, MemberStatus, Standing};
use crate::ids::ClubId;
use crate::outcome::Outcome;
use crate::refusal::Refusal;
use crate::store::Tx;

/// A club that is not for them to see cannot be told from one that never was.
pub async fn meet_club(tx: &mut Tx, caller: Option<Caller>, club_id: ClubId) -> Outcome<(ClubRow, Standing)> {
    let asker = caller.map(|caller| caller.user_id);
    let club = clubs::find(tx, asker, club_id).await?.ok_or(Refusal::NotFound)?;
    let standing = Standing {
        signed_in: caller.is_some(),
        admin: caller.is_some_and(|caller| caller.role.can_manage_clubs()),
        role: club.my_active_role(),
    };
    if standing.sees(club.status) { Ok((club, standing)) } else { Err(Refusal::NotFound.into()) }
}

/// The whole view of it, as it is now.
pub async fn show_club(tx: &mut Tx, caller: Option<Caller>, club_id: ClubId) -> Outcome<Club> {
    let (club, _) = meet_club(tx, caller, club_id).await?;
    let invited = match caller {
        Some(caller) if club.my_status != Some(MemberStatus::Active) => is_invited(tx, caller, club_id).await?,
        _ => false,
    };
    Ok(club.into_club(invited))
}

async fn is_invited(tx: &mut Tx, caller: Caller, club_id: ClubId) -> Outcome<bool> {
    let Some(email) = confirmed_email(tx, caller.user_id).await? else { return Ok(false) };
    Ok(invitations::exists(tx, club_id, &email).await?)
}

/// With whose eyes the people of a club are looked at.
pub fn onlooker(caller: Option<Caller>, standing: Standing) -> Onlooker {
    match caller {
        _ if standing.is_inside() => Onlooker::Inside,
        Some(caller) => Onlooker::SignedIn(caller.user_id),
        None => Onlooker::Visitor,
    }
}
