//! The table `ticket_type`.

use sqlx::types::Json;

use crate::events::{TicketTypeFields, Tier};
use crate::ids::{EventId, SectionId, TicketTypeId};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_one};
use crate::time::Timestamp;

#[derive(Clone, Debug, sqlx::FromRow)]
struct Row {
    ticket_type_id: TicketTypeId,
    name: String,
    description: String,
    price: i64,
    quota: Option<i32>,
    section_id: Option<SectionId>,
    sales_start: Option<Timestamp>,
    sales_end: Option<Timestamp>,
    min_per_order: i32,
    max_per_order: i32,
    max_per_person: Option<i32>,
    members_only: bool,
    hidden: bool,
    position: i32,
    tiers: Json<Vec<Tier>>,
    sold: i32,
    held: i32,
    version: i64,
}

#[derive(Clone, Debug)]
pub struct TicketTypeRow {
    pub ticket_type_id: TicketTypeId,
    pub fields: TicketTypeFields,
    pub sold: i32,
    pub held: i32,
    pub version: i64,
}

impl TicketTypeRow {
    /// Tickets nobody else can have.
    pub fn taken(&self) -> i64 {
        i64::from(self.sold) + i64::from(self.held)
    }
}

impl From<Row> for TicketTypeRow {
    fn from(row: Row) -> Self {
        Self {
            ticket_type_id: row.ticket_type_id,
            fields: TicketTypeFields {
                name: row.name,
                description: row.description,
                price: row.price,
                quota: row.quota,
                section_id: row.section_id,
                sales_start: row.sales_start,
                sales_end: row.sales_end,
                min_per_order: row.min_per_order,
                max_per_order: row.max_per_order,
                max_per_person: row.max_per_person,
                members_only: row.members_only,
                hidden: row.hidden,
                position: row.position,
                tiers: row.tiers.0,
            },
            sold: row.sold,
            held: row.held,
            version: row.version,
        }
    }
}

pub async fn insert(
    tx: &mut Tx,
    event_id: EventId,
    ticket_type_id: TicketTypeId,
    fields: &TicketTypeFields,
) -> Result<(), Fault> {
    let now = tx.now();
    execute!(
        tx,
        sqlx::query(
            "insert into ticket_type
               (ticket_type_id, event_id, name, description, price, quota, section_id, sales_start, sales_end,
                min_per_order, max_per_order, max_per_person, members_only, hidden, position, tiers, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        )
        .bind(ticket_type_id)
        .bind(event_id)
        .bind(&fields.name)
        .bind(&fields.description)
        .bind(fields.price)
        .bind(fields.quota)
        .bind(fields.section_id)
        .bind(fields.sales_start)
        .bind(fields.sales_end)
        .bind(fields.min_per_order)
        .bind(fields.max_per_order)
        .bind(fields.max_per_person)
        .bind(fields.members_only)
        .bind(fields.hidden)
        .bind(fields.position)
        .bind(Json(&fields.tiers))
        .bind(now)
    )?;
    Ok(())
}

/// In the order they are offered.
pub async fn list(tx: &mut Tx, event_id: EventId) -> Result<Vec<TicketTypeRow>, Fault> {
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, Row>(
            "select ticket_type_id, name, description, price, quota, section_id, sales_start, sales_end,
                    min_per_order, max_per_order, max_per_person, members_only, hidden, position, tiers, sold, held,
                    version
             from ticket_type where event_id = $1 order by position, ticket_type_id"
        )
        .bind(event_id)
    )?;
    Ok(rows.into_iter().map(TicketTypeRow::from).collect())
}

pub async fn find(
    tx: &mut Tx,
    event_id: EventId,
    ticket_type_id: TicketTypeId,
) -> Result<Option<TicketTypeRow>, Fault> {
    Ok(list(tx, event_id).await?.into_iter().find(|row| row.ticket_type_id == ticket_type_id))
}

/// False when somebody else edited it first, more than its new quota is sold or held by now, or it would go to another
/// section while somebody has one.
pub async fn update(
    tx: &mut Tx,
    ticket_type_id: TicketTypeId,
    fields: &TicketTypeFields,
    version: i64,
) -> Result<bool, Fault> {
    let updated = execute!(
        tx,
        sqlx::query(
            "update ticket_type
             set name = $1, description = $2, price = $3, quota = $4, section_id = $5, sales_start = $6,
                 sales_end = $7, min_per_order = $8, max_per_order = $9, max_per_person = $10, members_only = $11,
                 hidden = $12, position = $13, tiers = $14, version = version + 1
             where ticket_type_id = $15 and version = $16
               and (cast($4 as integer) is null or sold + held <= cast($4 as integer))
               and (section_id is not distinct from $5 or sold + held = 0)"
        )
        .bind(&fields.name)
        .bind(&fields.description)
        .bind(fields.price)
        .bind(fields.quota)
        .bind(fields.section_id)
        .bind(fields.sales_start)
        .bind(fields.sales_end)
        .bind(fields.min_per_order)
        .bind(fields.max_per_order)
        .bind(fields.max_per_person)
        .bind(fields.members_only)
        .bind(fields.hidden)
        .bind(fields.position)
        .bind(Json(&fields.tiers))
        .bind(ticket_type_id)
        .bind(version)
    )?;
    Ok(updated == 1)
}

/// False when one is sold or held.
pub async fn delete(tx: &mut Tx, ticket_type_id: TicketTypeId) -> Result<bool, Fault> {
    let deleted = execute!(
        tx,
        sqlx::query("delete from ticket_type where ticket_type_id = $1 and sold = 0 and held = 0").bind(ticket_type_id)
    )?;
    Ok(deleted == 1)
}

/// Goes with its event; what is sold or held keeps both.
pub async fn delete_all(tx: &mut Tx, event_id: EventId) -> Result<(), Fault> {
    execute!(tx, sqlx::query("delete from ticket_type where event_id = $1 and sold = 0 and held = 0").bind(event_id))?;
    Ok(())
}

pub async fn count(tx: &mut Tx, event_id: EventId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from ticket_type where event_id = $1")
            .bind(event_id)
    )?;
    Ok(count)
}

/// Sold and held tickets of all types together.
pub async fn count_taken(tx: &mut Tx, event_id: EventId) -> Result<i64, Fault> {
    let (count,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(coalesce(sum(sold + held), 0) as bigint) from ticket_type where event_id = $1"
        )
        .bind(event_id)
    )?;
    Ok(count)
}
