//! A picture to draw the plan of a venue upon. It shows once a plan that is saved names it.

use super::meet_venue::{hold_to_change, meet_venue};
use crate::accounts::Caller;
use crate::ids::{PictureId, VenueId};
use crate::outcome::Outcome;
use crate::pictures::{DrawnPicture, PictureShape, draw_picture, forget_picture, keep_picture};
use crate::platform::Platform;
use crate::store::Tx;
use crate::venues::store::backgrounds;

/// Pictures kept although no plan is drawn upon them: the newest, which is meant for the next version, and two that
/// somebody may go back to.
const UNUSED_KEPT: i64 = 3;

pub async fn set_plan_background(
    platform: &Platform,
    caller: Caller,
    venue_id: VenueId,
    upload: Vec<u8>,
) -> Outcome<PictureId> {
    // Before the work of drawing it: not everybody may ask for that.
    let mut tx = platform.read().await?;
    let (_, standing) = meet_venue(&mut tx, Some(caller), venue_id).await?;
    standing.must_look_after_it()?;
    drop(tx);
    let drawn = draw_picture(platform, upload, PictureShape::Whole).await?;
    platform
        .change((caller, venue_id, drawn), |tx, (caller, venue_id, drawn)| {
            Box::pin(keep(tx, *caller, *venue_id, drawn))
        })
        .await
}

async fn keep(tx: &mut Tx, caller: Caller, venue_id: VenueId, drawn: &DrawnPicture) -> Outcome<PictureId> {
    hold_to_change(tx, caller, venue_id).await?;
    keep_picture(tx, drawn).await?;
    backgrounds::insert(tx, venue_id, drawn.picture_id).await?;
    for old in backgrounds::list_unused(tx, venue_id, UNUSED_KEPT).await? {
        backgrounds::delete(tx, old).await?;
        forget_picture(tx, old).await?;
    }
    Ok(drawn.picture_id)
}
