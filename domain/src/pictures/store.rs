//! The table `picture`.

use crate::ids::PictureId;
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_optional};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PictureRow {
    pub content_type: String,
    pub bytes: Vec<u8>,
}

pub async fn insert(
    tx: &mut Tx,
    picture_id: PictureId,
    size: &str,
    content_type: &str,
    bytes: &[u8],
) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into picture (picture_id, size, content_type, bytes, created_at) values ($1, $2, $3, $4, $5)"
        )
        .bind(picture_id)
        .bind(size)
        .bind(content_type)
        .bind(bytes)
        .bind(now)
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, picture_id: PictureId) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from picture where picture_id = $1").bind(picture_id))?;
    Ok(())
}

pub async fn find(tx: &mut Tx, picture_id: PictureId, size: &str) -> Result<Option<PictureRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, PictureRow>("select content_type, bytes from picture where picture_id = $1 and size = $2")
            .bind(picture_id)
            .bind(size)
    )
}
