//! Keeping what was drawn, for the slices whose things have pictures.

use super::{DrawnPicture, PictureSize, store};
use crate::ids::PictureId;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::store::Tx;

#[derive(Clone, Debug)]
pub struct PictureView {
    pub content_type: String,
    pub bytes: Vec<u8>,
}

pub async fn keep_picture(tx: &mut Tx, drawn: &DrawnPicture) -> Outcome<()> {
    for (size, bytes) in &drawn.sizes {
        store::insert(tx, drawn.picture_id, size.code(), "image/jpeg", bytes).await?;
    }
    Ok(())
}

pub async fn forget_picture(tx: &mut Tx, picture_id: PictureId) -> Outcome<()> {
    Ok(store::delete(tx, picture_id).await?)
}

/// Whoever knows the id was shown the picture; the ids cannot be guessed.
pub async fn see_picture(platform: &Platform, picture_id: PictureId, size: PictureSize) -> Outcome<PictureView> {
    let mut tx = platform.read().await?;
    let row = store::find(&mut tx, picture_id, size.code()).await?.ok_or(Refusal::NotFound)?;
    Ok(PictureView { content_type: row.content_type, bytes: row.bytes })
}
