//! An officer tells something: to the members, or to everybody.

use super::meet_club::meet_club;
use crate::accounts::Caller;
use crate::clubs::store::members::Onlooker;
use crate::clubs::store::posts::{self, NewPost};
use crate::clubs::{PostDraft, PostView, Standing, parse_post_body, parse_post_title};
use crate::ids::{ClubId, PostId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

struct ParsedDraft {
    caller: Caller,
    club_id: ClubId,
    title: String,
    body: String,
    members_only: bool,
}

/// A club that is not approved yet may have its page ready: nobody outside sees it.
pub async fn publish_post(platform: &Platform, caller: Caller, club_id: ClubId, draft: PostDraft) -> Outcome<PostView> {
    let parsed = parse(caller, club_id, &draft)?;
    platform.change(parsed, |tx, draft| Box::pin(publish(tx, draft))).await
}

fn parse(caller: Caller, club_id: ClubId, draft: &PostDraft) -> Result<ParsedDraft, Refusal> {
    let mut problems = Problems::default();
    let title = problems.check("title", parse_post_title(&draft.title));
    let body = problems.check("body", parse_post_body(&draft.body));
    match (title, body) {
        (Some(title), Some(body)) => Ok(ParsedDraft { caller, club_id, title, body, members_only: draft.members_only }),
        _ => Err(problems.refusal()),
    }
}

async fn publish(tx: &mut Tx, draft: &ParsedDraft) -> Outcome<PostView> {
    let (club_id, author_id) = (draft.club_id, draft.caller.user_id);
    let (_, standing) = meet_club(tx, Some(draft.caller), club_id).await?;
    standing.must(Standing::runs_the_club)?;
    let post_id: PostId = tx.new_id();
    let (title, body) = (draft.title.as_str(), draft.body.as_str());
    posts::insert(tx, &NewPost { post_id, club_id, author_id, title, body, members_only: draft.members_only }).await?;
    journal::record(tx, Some(author_id), Message::ClubPostPublished { club_id, post_id }).await?;
    Ok(posts::find(tx, club_id, post_id).await?.ok_or(Refusal::NotFound)?.into_view(Onlooker::Inside))
}
