//! Reading one post: what is for members only is for them.

use super::meet_club::{meet_club, onlooker};
use crate::accounts::Caller;
use crate::clubs::PostView;
use crate::clubs::store::posts;
use crate::ids::{ClubId, PostId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn see_post(
    platform: &Platform,
    caller: Option<Caller>,
    club_id: ClubId,
    post_id: PostId,
) -> Outcome<PostView> {
    let mut tx = platform.read().await?;
    let (_, standing) = meet_club(&mut tx, caller, club_id).await?;
    let post = posts::find(&mut tx, club_id, post_id).await?.ok_or(Refusal::NotFound)?;
    if post.members_only && !standing.is_inside() {
        return Err(Refusal::NotFound.into());
    }
    Ok(post.into_view(onlooker(caller, standing)))
}
