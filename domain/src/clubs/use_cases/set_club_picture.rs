//! The picture of a club, in place of its drawn poster.

use super::meet_club::{meet_club, show_club};
use crate::accounts::Caller;
use crate::clubs::store::clubs;
use crate::clubs::{Club, Standing};
use crate::ids::{ClubId, PictureId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::pictures::{PictureShape, draw_picture, forget_picture, keep_picture};
use crate::platform::Platform;
use crate::store::Tx;

pub async fn set_club_picture(platform: &Platform, caller: Caller, club_id: ClubId, upload: Vec<u8>) -> Outcome<Club> {
    // Before the work of drawing it: not everybody may ask for that.
    let mut tx = platform.read().await?;
    let (_, standing) = meet_club(&mut tx, Some(caller), club_id).await?;
    standing.must(Standing::may_describe)?;
    drop(tx);
    let drawn = draw_picture(platform, upload, PictureShape::Whole).await?;
    platform
        .change((caller, club_id, drawn), |tx, (caller, club_id, drawn)| {
            Box::pin(async move {
                keep_picture(tx, drawn).await?;
                replace(tx, *caller, *club_id, Some(drawn.picture_id)).await
            })
        })
        .await
}

pub async fn remove_club_picture(platform: &Platform, caller: Caller, club_id: ClubId) -> Outcome<()> {
    platform
        .change((caller, club_id), |tx, (caller, club_id)| {
            Box::pin(async move { replace(tx, *caller, *club_id, None).await.map(drop) })
        })
        .await
}

async fn replace(tx: &mut Tx, caller: Caller, club_id: ClubId, picture: Option<PictureId>) -> Outcome<Club> {
    let (before, standing) = meet_club(tx, Some(caller), club_id).await?;
    standing.must(Standing::may_describe)?;
    if before.picture_id != picture {
        clubs::set_picture(tx, club_id, picture).await?;
        if let Some(old) = before.picture_id {
            forget_picture(tx, old).await?;
        }
        journal::record(tx, Some(caller.user_id), Message::ClubEdited { club_id }).await?;
    }
    show_club(tx, Some(caller), club_id).await
}
