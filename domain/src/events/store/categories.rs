//! The table `category`.

use crate::events::Category;
use crate::ids::CategoryId;
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CategoryRow {
    pub category_id: CategoryId,
    pub name: String,
    pub version: i64,
    pub events: i64,
}

impl CategoryRow {
    pub fn into_view(self) -> Category {
        Category { id: self.category_id, name: self.name, events: self.events, version: self.version }
    }
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_categories {
    ($rest:literal) => {
        concat!(
            "select c.category_id, c.name, c.version,
                    (select cast(count(*) as bigint) from event e where e.category_id = c.category_id) as events
             from category c ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, category_id: CategoryId) -> Result<Option<CategoryRow>, Fault> {
    fetch_optional!(
        tx,
        sqlx::query_as::<_, CategoryRow>(of_the_categories!("where c.category_id = $1")).bind(category_id)
    )
}

/// By name.
pub async fn list(tx: &mut Tx) -> Result<Vec<CategoryRow>, Fault> {
    fetch_all!(tx, sqlx::query_as::<_, CategoryRow>(of_the_categories!("order by c.name_key")))
}

pub async fn count(tx: &mut Tx) -> Result<i64, Fault> {
    let (count,) = fetch_one!(tx, sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from category"))?;
    Ok(count)
}

/// False when the name is taken.
pub async fn insert(tx: &mut Tx, category_id: CategoryId, name: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into category (category_id, name, name_key, created_at) values ($1, $2, $3, $4)
             on conflict do nothing"
        )
        .bind(category_id)
        .bind(name)
        .bind(name.to_lowercase())
        .bind(now)
    )?;
    Ok(inserted == 1)
}

/// False when somebody else changed it first, or the name went to another one.
pub async fn update(tx: &mut Tx, category_id: CategoryId, name: &str, version: i64) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update category set name = $1, name_key = $2, version = version + 1
             where category_id = $3 and version = $4
               and not exists (select 1 from category other where other.name_key = $2 and other.category_id <> $3)"
        )
        .bind(name)
        .bind(name.to_lowercase())
        .bind(category_id)
        .bind(version)
    )?;
    Ok(updated == 1)
}

pub async fn name_is_taken(tx: &mut Tx, name: &str, except: CategoryId) -> Result<bool, Fault> {
    let found = fetch_optional!(
        tx,
        sqlx::query_as::<_, (CategoryId,)>(
            "select category_id from category where name_key = $1 and category_id <> $2"
        )
        .bind(name.to_lowercase())
        .bind(except)
    )?;
    Ok(found.is_some())
}

/// Whoever deletes it waits for the events that are taking it. On SQLite there is one writer anyway.
pub async fn lock(tx: &mut Tx, category_id: CategoryId) -> Result<(), Fault> {
    if tx.is_sqlite() {
        return Ok(());
    }
    fetch_optional!(
        tx,
        sqlx::query_as::<_, (CategoryId,)>("select category_id from category where category_id = $1 for update")
            .bind(category_id)
    )
    .map(|_| ())
}

/// False when there is none. Nobody deletes it before this change is done.
pub async fn hold(tx: &mut Tx, category_id: CategoryId) -> Result<bool, Fault> {
    let found = if tx.is_sqlite() {
        fetch_optional!(
            tx,
            sqlx::query_as::<_, (CategoryId,)>("select category_id from category where category_id = $1")
                .bind(category_id)
        )?
    } else {
        fetch_optional!(
            tx,
            sqlx::query_as::<_, (CategoryId,)>("select category_id from category where category_id = $1 for key share")
                .bind(category_id)
        )?
    };
    Ok(found.is_some())
}

/// False when there is none, or not any more.
pub async fn delete(tx: &mut Tx, category_id: CategoryId) -> Result<bool, Fault> {
    let deleted = execute!(tx, sqlx::query("delete from category where category_id = $1").bind(category_id))?;
    Ok(deleted == 1)
}
