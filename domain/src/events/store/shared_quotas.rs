//! The table `shared_quota`.

use sqlx::types::Json;

use crate::events::SharedQuotaFields;
use crate::ids::{EventId, SharedQuotaId, TicketTypeId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all};

#[derive(Clone, Debug, sqlx::FromRow)]
struct Row {
    shared_quota_id: SharedQuotaId,
    name: String,
    size: i32,
    ticket_type_ids: Json<Vec<TicketTypeId>>,
    version: i64,
}

#[derive(Clone, Debug)]
pub struct SharedQuotaRow {
    pub shared_quota_id: SharedQuotaId,
    pub fields: SharedQuotaFields,
    pub version: i64,
}

impl From<Row> for SharedQuotaRow {
    fn from(row: Row) -> Self {
        Self {
            shared_quota_id: row.shared_quota_id,
            fields: SharedQuotaFields { name: row.name, size: row.size, ticket_type_ids: row.ticket_type_ids.0 },
            version: row.version,
        }
    }
}

pub async fn insert(
    tx: &mut Tx,
    event_id: EventId,
    shared_quota_id: SharedQuotaId,
    fields: &SharedQuotaFields,
) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into shared_quota (shared_quota_id, event_id, name, size, ticket_type_ids, created_at)
             values ($1, $2, $3, $4, $5, $6)"
        )
        .bind(shared_quota_id)
        .bind(event_id)
        .bind(&fields.name)
        .bind(fields.size)
        .bind(Json(&fields.ticket_type_ids))
        .bind(now)
    )?;
    Ok(())
}

/// In the order they were made.
pub async fn list(tx: &mut Tx, event_id: EventId) -> Result<Vec<SharedQuotaRow>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, Row>(
            "select shared_quota_id, name, size, ticket_type_ids, version
             from shared_quota where event_id = $1 order by shared_quota_id"
        )
        .bind(event_id)
    )?;
    Ok(rows.into_iter().map(SharedQuotaRow::from).collect())
}

/// False when somebody else edited or removed it first.
pub async fn update(
    tx: &mut Tx,
    shared_quota_id: SharedQuotaId,
    fields: &SharedQuotaFields,
    version: i64,
) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update shared_quota set name = $1, size = $2, ticket_type_ids = $3, version = version + 1
             where shared_quota_id = $4 and version = $5"
        )
        .bind(&fields.name)
        .bind(fields.size)
        .bind(Json(&fields.ticket_type_ids))
        .bind(shared_quota_id)
        .bind(version)
    )?;
    Ok(updated == 1)
}

/// False when this event has no such quota.
pub async fn delete(tx: &mut Tx, event_id: EventId, shared_quota_id: SharedQuotaId) -> Result<bool, Fault> {
    let deleted = execute!(
        tx,
        sqlx::query("delete from shared_quota where event_id = $1 and shared_quota_id = $2")
            .bind(event_id)
            .bind(shared_quota_id)
    )?;
    Ok(deleted == 1)
}

/// Goes with its event.
pub async fn delete_all(tx: &mut Tx, event_id: EventId) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from shared_quota where event_id = $1").bind(event_id))?;
    Ok(())
}
