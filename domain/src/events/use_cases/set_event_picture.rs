//! The picture of an event, in place of its drawn poster.

use super::meet_event::{hold_event, hold_event_to_change, meet_event, show_event};
use crate::accounts::Caller;
use crate::events::store::events;
use crate::events::{Event, Standing};
use crate::ids::{EventId, PictureId};
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::pictures::{PictureShape, draw_picture, forget_picture, keep_picture};
use crate::platform::Platform;
use crate::store::Tx;

pub async fn set_event_picture(
    platform: &Platform,
    caller: Caller,
    event_id: EventId,
    upload: Vec<u8>,
) -> Outcome<Event> {
    // Before the work of drawing it: not everybody may ask for that.
    let mut tx = platform.read().await?;
    let (_, standing) = meet_event(&mut tx, Some(caller), event_id).await?;
    standing.must(Standing::runs_it)?;
    drop(tx);
    let drawn = draw_picture(platform, upload, PictureShape::Whole).await?;
    platform
        .change((caller, event_id, drawn), |tx, (caller, event_id, drawn)| {
            Box::pin(async move {
                hold_event_to_change(tx, *caller, *event_id).await?;
                keep_picture(tx, drawn).await?;
                replace(tx, *caller, *event_id, Some(drawn.picture_id)).await
            })
        })
        .await
}

pub async fn remove_event_picture(platform: &Platform, caller: Caller, event_id: EventId) -> Outcome<()> {
    platform
        .change((caller, event_id), |tx, (caller, event_id)| {
            Box::pin(async move {
                hold_event_to_change(tx, *caller, *event_id).await?;
                replace(tx, *caller, *event_id, None).await.map(drop)
            })
        })
        .await
}

async fn replace(tx: &mut Tx, caller: Caller, event_id: EventId, picture: Option<PictureId>) -> Outcome<Event> {
    let before = hold_event(tx, caller, event_id).await?;
    if before.picture_id != picture {
        events::set_picture(tx, event_id, picture).await?;
        if let Some(old) = before.picture_id {
            forget_if_last(tx, old).await?;
        }
        journal::record(tx, Some(caller.user_id), Message::EventUpdated { event_id }).await?;
    }
    show_event(tx, Some(caller), event_id).await
}

/// An event that was put on again shares the picture of the first.
async fn forget_if_last(tx: &mut Tx, picture_id: PictureId) -> Outcome<()> {
    if events::has_picture(tx, picture_id).await? { Ok(()) } else { forget_picture(tx, picture_id).await }
}
