//! A person's picture.

use super::caller::Caller;
use crate::accounts::Account;
use crate::accounts::store::users;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::pictures::{PictureShape, draw_picture, forget_picture, keep_picture};
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn set_picture(platform: &Platform, caller: Caller, upload: Vec<u8>) -> Outcome<Account> {
    let drawn = draw_picture(platform, upload, PictureShape::Square).await?;
    platform
        .change((caller, drawn), |tx, (caller, drawn)| {
            Box::pin(async move {
                let user_id = caller.user_id;
                let before = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                keep_picture(tx, drawn).await?;
                users::set_picture(tx, user_id, Some(drawn.picture_id)).await?;
                if let Some(old) = before.picture_id {
                    forget_picture(tx, old).await?;
                }
                journal::record(tx, Some(user_id), Message::UserProfileEdited { user_id }).await?;
                let after = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                Ok(after.into_account())
            })
        })
        .await
}

pub async fn remove_picture(platform: &Platform, caller: Caller) -> Outcome<()> {
    platform
        .change(caller, |tx, caller| {
            Box::pin(async move {
                let user_id = caller.user_id;
                let before = users::find(tx, user_id).await?.ok_or(Refusal::NotFound)?;
                let Some(old) = before.picture_id else { return Ok(()) };
                users::set_picture(tx, user_id, None).await?;
                forget_picture(tx, old).await?;
                journal::record(tx, Some(user_id), Message::UserProfileEdited { user_id }).await?;
                Ok(())
            })
        })
        .await
}
