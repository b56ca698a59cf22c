//! The table `promotion`. The currency of an event's codes is read at the event.

use sqlx::types::Json;
use uuid::Uuid;

use crate::ids::{EventId, PromotionId, TicketTypeId, UserId};
use crate::money::{Currency, Money};
use crate::outcome::Fault;
use crate::page::PageRequest;
use crate::promotions::{Discount, PromoCode, Promotion, PromotionTerms};
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

#[derive(Clone, Debug, sqlx::FromRow)]
struct Row {
    promotion_id: PromotionId,
    event_id: Option<EventId>,
    code: PromoCode,
    percent_off: Option<i32>,
    amount_off: Option<i64>,
    currency: Option<Currency>,
    only_for: Json<Vec<TicketTypeId>>,
    max_uses: Option<i32>,
    max_uses_per_person: Option<i32>,
    min_tickets: i32,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
    paused: bool,
    uses: i32,
    created_at: Timestamp,
    version: i64,
}

#[derive(Clone, Debug)]
pub struct PromotionRow {
    pub promotion_id: PromotionId,
    pub event_id: Option<EventId>,
    pub terms: PromotionTerms,
    pub uses: i32,
    pub created_at: Timestamp,
    pub version: i64,
}

impl PromotionRow {
    pub fn into_view(self, now: Timestamp) -> Promotion {
        Promotion {
            id: self.promotion_id,
            event_id: self.event_id,
            state: self.terms.state(self.uses, now),
            terms: self.terms,
            uses: self.uses,
            created_at: self.created_at,
            version: self.version,
        }
    }
}

impl TryFrom<Row> for PromotionRow {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self, Fault> {
        let discount = match (row.percent_off, row.amount_off, row.currency) {
            (Some(percent), None, _) => Discount::Percent(percent),
            (None, Some(amount), Some(currency)) => Discount::Amount(Money::new(amount, currency)),
            _ => return Err(Fault::new(format!("promotion {} takes nothing off", row.promotion_id))),
        };
        let terms = PromotionTerms {
            code: row.code,
            discount,
            only_for: row.only_for.0,
            max_uses: row.max_uses,
            max_uses_per_person: row.max_uses_per_person,
            min_tickets: row.min_tickets,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            paused: row.paused,
        };
        let (promotion_id, event_id) = (row.promotion_id, row.event_id);
        Ok(Self { promotion_id, event_id, terms, uses: row.uses, created_at: row.created_at, version: row.version })
    }
}

/// A discount as the columns hold it: percents, or an amount, and a currency where no event has one.
fn columns(discount: Discount, event_id: Option<EventId>) -> (Option<i32>, Option<i64>, Option<Currency>) {
    let amount = discount.amount();
    let currency = amount.filter(|_| event_id.is_none()).map(|money| money.currency);
    (discount.percent(), amount.map(|money| money.amount), currency)
}

pub struct NewPromotion<'a> {
    pub promotion_id: PromotionId,
    pub event_id: Option<EventId>,
    pub created_by: UserId,
    pub terms: &'a PromotionTerms,
}

/// False when the code is taken there.
pub async fn insert(tx: &mut Tx, new: &NewPromotion<'_>) -> Result<bool, Fault> {
    let (now, terms) = (tx.now(), new.terms);
    let (percent_off, amount_off, currency) = columns(terms.discount, new.event_id);
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into promotion
               (promotion_id, event_id, code, percent_off, amount_off, currency, only_for, max_uses,
                max_uses_per_person, min_tickets, starts_at, ends_at, paused, created_by, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             on conflict do nothing"
        )
        .bind(new.promotion_id)
        .bind(new.event_id)
        .bind(&terms.code)
        .bind(percent_off)
        .bind(amount_off)
        .bind(currency)
        .bind(Json(&terms.only_for))
        .bind(terms.max_uses)
        .bind(terms.max_uses_per_person)
        .bind(terms.min_tickets)
        .bind(terms.starts_at)
        .bind(terms.ends_at)
        .bind(terms.paused)
        .bind(new.created_by)
        .bind(now)
    )?;
    Ok(inserted == 1)
}

/// False when somebody else changed it first, the code is taken there, more uses than its new limit were made by now, or
/// somebody used it and it would take off something else.
pub async fn update(tx: &mut Tx, before: &PromotionRow, terms: &PromotionTerms) -> Result<bool, Fault> {
    let (percent_off, amount_off, currency) = columns(terms.discount, before.event_id);
    let updated = execute!(
        tx,
        sqlx::query(
            "update promotion
             set code = $1, percent_off = $2, amount_off = $3, currency = $4, only_for = $5, max_uses = $6,
                 max_uses_per_person = $7, min_tickets = $8, starts_at = $9, ends_at = $10, paused = $11,
                 version = version + 1
             where promotion_id = $12 and version = $13
               and (uses = 0 or (code = $1 and percent_off is not distinct from $2
                    and amount_off is not distinct from $3 and currency is not distinct from $4))
               and (cast($6 as integer) is null or uses <= cast($6 as integer))
               and not exists (
                 select 1 from promotion other
                 where other.code = $1 and other.event_id is not distinct from promotion.event_id
                   and other.promotion_id <> $12
               )"
        )
        .bind(&terms.code)
        .bind(percent_off)
        .bind(amount_off)
        .bind(currency)
        .bind(Json(&terms.only_for))
        .bind(terms.max_uses)
        .bind(terms.max_uses_per_person)
        .bind(terms.min_tickets)
        .bind(terms.starts_at)
        .bind(terms.ends_at)
        .bind(terms.paused)
        .bind(before.promotion_id)
        .bind(before.version)
    )?;
    Ok(updated == 1)
}

/// False when there is none left, or none now. Who gets the last use is decided here.
pub async fn take_use(tx: &mut Tx, promotion_id: PromotionId) -> Result<bool, Fault> {
    let now = tx.now();
    let taken = execute!(
        tx,
        sqlx::query(
            "update promotion set uses = uses + 1
             where promotion_id = $1 and not paused and (max_uses is null or uses < max_uses)
               and (starts_at is null or starts_at <= $2) and (ends_at is null or ends_at > $2)"
        )
        .bind(promotion_id)
        .bind(now)
    )?;
    Ok(taken == 1)
}

/// False when somebody used it.
pub async fn delete(tx: &mut Tx, promotion_id: PromotionId) -> Result<bool, Fault> {
    let deleted =
        execute!(tx, sqlx::query("delete from promotion where promotion_id = $1 and uses = 0").bind(promotion_id))?;
    Ok(deleted == 1)
}

/// A macro because a statement is one literal: nothing is ever pasted into SQL at run time.
macro_rules! of_the_promotions {
    ($rest:literal) => {
        concat!(
            "select p.promotion_id, p.event_id, p.code, p.percent_off, p.amount_off,
                    coalesce(p.currency, e.currency) as currency, p.only_for, p.max_uses, p.max_uses_per_person,
                    p.min_tickets, p.starts_at, p.ends_at, p.paused, p.uses, p.created_at, p.version
             from promotion p
             left join event e on e.event_id = p.event_id ",
            $rest
        )
    };
}

pub async fn find(tx: &mut Tx, promotion_id: PromotionId) -> Result<Option<PromotionRow>, Fault> {
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, Row>(of_the_promotions!("where p.promotion_id = $1")).bind(promotion_id)
    )?;
    row.map(PromotionRow::try_from).transpose()
}

/// The event's own before one that holds everywhere.
pub async fn find_by_code(tx: &mut Tx, event_id: EventId, code: &PromoCode) -> Result<Option<PromotionRow>, Fault> {
    let row = fetch_optional!(
        tx,
        sqlx::query_as::<_, Row>(of_the_promotions!(
            "where p.code = $1 and (p.event_id = $2 or p.event_id is null) order by p.event_id is null limit 1"
        ))
        .bind(code)
        .bind(event_id)
    )?;
    row.map(PromotionRow::try_from).transpose()
}

/// Of one event, or those that hold at all of them. Newest first: ids sort by the time they were made.
pub async fn list(tx: &mut Tx, event_id: Option<EventId>, page: PageRequest) -> Result<Vec<PromotionRow>, Fault> {
    let (after, limit) = (page.after.unwrap_or(Uuid::max()), i64::from(page.limit) + 1);
    let rows = match event_id {
        Some(event_id) => fetch_all!(
            tx,
            sqlx::query_as::<_, Row>(of_the_promotions!(
                "where p.event_id = $1 and p.promotion_id < $2 order by p.promotion_id desc limit $3"
            ))
            .bind(event_id)
            .bind(after)
            .bind(limit)
        )?,
        None => fetch_all!(
            tx,
            sqlx::query_as::<_, Row>(of_the_promotions!(
                "where p.event_id is null and p.promotion_id < $1 order by p.promotion_id desc limit $2"
            ))
            .bind(after)
            .bind(limit)
        )?,
    };
    rows.into_iter().map(PromotionRow::try_from).collect()
}

pub async fn count(tx: &mut Tx, event_id: Option<EventId>) -> Result<i64, Fault> {
    let (count,) = match event_id {
        Some(event_id) => fetch_one!(
            tx,
            sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from promotion where event_id = $1")
                .bind(event_id)
        )?,
        None => fetch_one!(
            tx,
            sqlx::query_as::<_, (i64,)>("select cast(count(*) as bigint) from promotion where event_id is null")
        )?,
    };
    Ok(count)
}
