//! Whoever runs a club changes what it says about itself; only its owner, or an admin, changes what decides about
//! others: its name, who may join, and who sees its members.

use super::meet_club::{meet_club, show_club};
use crate::accounts::Caller;
use crate::clubs::store::clubs::{self, ClubChange, ClubRow};
use crate::clubs::{
    Club, ClubEdit, ClubStatus, JoinPolicy, MembersVisible, Standing, parse_club_description, parse_club_name,
    parse_hue,
};
use crate::ids::ClubId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    club_id: ClubId,
    name: Option<String>,
    description: Option<String>,
    join_policy: Option<JoinPolicy>,
    members_visible: Option<MembersVisible>,
    hue: Option<i32>,
    version: Option<i64>,
}

pub async fn edit_club(platform: &Platform, caller: Caller, club_id: ClubId, edit: ClubEdit) -> Outcome<Club> {
    let parsed = parse(caller, club_id, &edit)?;
    platform.change(parsed, |tx, edit| Box::pin(apply(tx, edit))).await
}

fn parse(caller: Caller, club_id: ClubId, edit: &ClubEdit) -> Result<ParsedEdit, Refusal> {
    let mut problems = Problems::default();
    let (policy, visible) = (edit.join_policy.as_deref(), edit.members_visible.as_deref());
    let parsed = ParsedEdit {
        caller,
        club_id,
        name: edit.name.as_deref().and_then(|raw| problems.check("name", parse_club_name(raw))),
        description: edit
            .description
            .as_deref()
            .and_then(|raw| problems.check("description", parse_club_description(raw))),
        join_policy: policy.and_then(|raw| problems.check("join_policy", JoinPolicy::parse(raw))),
        members_visible: visible.and_then(|raw| problems.check("members_visible", MembersVisible::parse(raw))),
        hue: edit.hue.and_then(|degrees| problems.check("hue", parse_hue(degrees))),
        version: edit.version,
    };
    problems.into_result()?;
    Ok(parsed)
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<Club> {
    let (before, standing) = meet_club(tx, Some(edit.caller), edit.club_id).await?;
    standing.must(Standing::may_describe)?;
    if edit.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let change = ClubChange {
        name: edit.name.as_deref().unwrap_or(&before.name),
        description: edit.description.as_deref().unwrap_or(&before.description),
        join_policy: edit.join_policy.unwrap_or(before.join_policy),
        members_visible: edit.members_visible.unwrap_or(before.members_visible),
        hue: edit.hue.or(before.hue),
        version: before.version,
    };
    if decides_about_others(&before, &change) {
        standing.must(Standing::may_decide)?;
    }
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if changes_something(&before, &change) {
        if !clubs::update(tx, edit.club_id, &change).await? {
            return Err(why_not(tx, &before, &change).await?.into());
        }
        journal::record(tx, Some(edit.caller.user_id), Message::ClubEdited { club_id: edit.club_id }).await?;
    }
    show_club(tx, Some(edit.caller), edit.club_id).await
}

fn decides_about_others(before: &ClubRow, change: &ClubChange<'_>) -> bool {
    change.name != before.name
        || change.join_policy != before.join_policy
        || change.members_visible != before.members_visible
}

fn changes_something(before: &ClubRow, change: &ClubChange<'_>) -> bool {
    decides_about_others(before, change) || change.description != before.description || change.hue != before.hue
}

async fn why_not(tx: &mut Tx, before: &ClubRow, change: &ClubChange<'_>) -> Outcome<Refusal> {
    let holds_its_name = before.status != ClubStatus::Rejected;
    let taken = holds_its_name && clubs::name_is_taken(tx, change.name, before.club_id).await?;
    Ok(if taken { Refusal::ClubNameTaken } else { Refusal::EditedMeanwhile })
}
