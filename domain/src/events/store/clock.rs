//! The tables `catalogue_clock` and `catalogue_name`.

use uuid::Uuid;

use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};

/// The number of the newest change.
pub async fn newest(tx: &mut Tx) -> Result<i64, Fault> {
    let (revision,) =
        fetch_one!(tx, sqlx::query_as::<_, (i64,)>("select revision from catalogue_clock where one = 1"))?;
    Ok(revision)
}

/// The number of a change. Every other change of the catalogue waits for the end of this transaction.
pub async fn next(tx: &mut Tx) -> Result<i64, Fault> {
    let (revision,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "update catalogue_clock set revision = revision + 1 where one = 1 returning revision"
        )
    )?;
    tx.note_changes(1);
    Ok(revision)
}

pub async fn find_name(tx: &mut Tx, name_id: Uuid) -> Result<Option<String>, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (String,)>("select name from catalogue_name where name_id = $1").bind(name_id)
    )?;
    Ok(found.map(|(name,)| name))
}

pub async fn put_name(tx: &mut Tx, name_id: Uuid, name: &str, revision: i64) -> Result<(), Fault> {
    execute!(
        tx,
        sqlx::query(
            "insert into catalogue_name (name_id, name, revision) values ($1, $2, $3)
             on conflict (name_id) do update set name = excluded.name, revision = excluded.revision"
        )
        .bind(name_id)
        .bind(name)
        .bind(revision)
    )?;
    Ok(())
}

/// Everything that changed after this.
pub async fn names_after(tx: &mut Tx, revision: i64) -> Result<Vec<(Uuid, String)>, Fault> {
    fetch_all!(
        tx,
        sqlx::query_as::<_, (Uuid, String)>("select name_id, name from catalogue_name where revision > $1")
            .bind(revision)
    )
}
