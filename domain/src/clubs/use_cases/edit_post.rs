//! An officer changes what was told, whoever of them told it.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::store::members::Onlooker;
use crate::clubs::store::posts::{self, PostChange};
use crate::clubs::{PostEdit, PostView, Standing, parse_post_body, parse_post_title};
use crate::ids::{ClubId, PostId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

struct ParsedEdit {
    caller: Caller,
    club_id: ClubId,
    post_id: PostId,
    title: Option<String>,
    body: Option<String>,
    members_only: Option<bool>,
    version: Option<i64>,
}

pub async fn edit_post(
    platform: &Platform,
    caller: Caller,
    club_id: ClubId,
    post_id: PostId,
    edit: PostEdit,
) -> Outcome<PostView> {
    let mut problems = Problems::default();
    let parsed = ParsedEdit {
        caller,
        club_id,
        post_id,
        title: edit.title.as_deref().and_then(|raw| problems.check("title", parse_post_title(raw))),
        body: edit.body.as_deref().and_then(|raw| problems.check("body", parse_post_body(raw))),
        members_only: edit.members_only,
        version: edit.version,
    };
    problems.into_result()?;
    platform.change(parsed, |tx, edit| Box::pin(apply(tx, edit))).await
}

async fn apply(tx: &mut Tx, edit: &ParsedEdit) -> Outcome<PostView> {
    let (club_id, post_id) = (edit.club_id, edit.post_id);
    let (_, standing) = meet_club(tx, Some(edit.caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    let before = posts::find(tx, club_id, post_id).await?.ok_or(Refusal::NotFound)?;
    if edit.version.is_some_and(|version| version != before.version) {
        return Err(Refusal::EditedMeanwhile.into());
    }
    let change = PostChange {
        title: edit.title.as_deref().unwrap_or(&before.title),
        body: edit.body.as_deref().unwrap_or(&before.body),
        members_only: edit.members_only.unwrap_or(before.members_only),
        version: before.version,
    };
    let same = change.title == before.title && change.body == before.body && change.members_only == before.members_only;
    // Saving what stands there already is no change: nobody's copy becomes an old one by it.
    if same {
        return Ok(before.into_view(Onlooker::Inside));
    }
    if !posts::update(tx, post_id, &change).await? {
        return Err(Refusal::EditedMeanwhile.into());
    }
    journal::record(tx, Some(edit.caller.user_id), Message::ClubPostEdited { club_id, post_id }).await?;
    Ok(posts::find(tx, club_id, post_id).await?.ok_or(Refusal::NotFound)?.into_view(Onlooker::Inside))
}
