//! The tables `payment_account` and `ledger_entry`.

use super::{LedgerEntry, PaymentAccount};
use crate::ids::{LedgerEntryId, PaymentAccountId, UserId};
use crate::money::{Currency, Money};
use crate::outcome::Fault;
use crate::store::{Tx, execute, fetch_all, fetch_one, fetch_optional};
use crate::time::Timestamp;

/// Movements shown at once.
const ENTRIES_MAX: i64 = 100;

/// False when the person has one already.
pub async fn insert_account(
    tx: &mut Tx,
    payment_account_id: PaymentAccountId,
    user_id: UserId,
    currency: Currency,
) -> Result<bool, Fault> {
    let now = tx.now();
    let inserted = execute!(
        tx,
        sqlx::query(
            "insert into payment_account (payment_account_id, user_id, currency, opened_at)
             values ($1, $2, $3, $4)
             on conflict (user_id) do nothing"
        )
        .bind(payment_account_id)
        .bind(user_id)
        .bind(currency.code())
        .bind(now)
    )?;
    Ok(inserted == 1)
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    ledger_entry_id: LedgerEntryId,
    amount: i64,
    reason: String,
    occurred_at: Timestamp,
}

pub async fn find_account_of(tx: &mut Tx, user_id: UserId) -> Result<Option<PaymentAccount>, Fault> {
    let account = fetch_optional!(
        tx,
        sqlx::query_as::<_, (PaymentAccountId, String)>(
            "select payment_account_id, currency from payment_account where user_id = $1"
        )
        .bind(user_id)
    )?;
    let Some((id, code)) = account else { return Ok(None) };
    let currency = Currency::parse(&code)
        .ok_or_else(|| Fault::new(format!("payment_account {id} has the unknown currency {code}")))?;
    let (balance,) = fetch_one!(
        tx,
        sqlx::query_as::<_, (i64,)>(
            "select cast(coalesce(sum(amount), 0) as bigint) from ledger_entry where payment_account_id = $1"
        )
        .bind(id)
    )?;
    let rows = fetch_all!(
        tx,
        sqlx::query_as::<_, EntryRow>(
            "select ledger_entry_id, amount, reason, occurred_at from ledger_entry
             where payment_account_id = $1 order by ledger_entry_id desc limit $2"
        )
        .bind(id)
        .bind(ENTRIES_MAX)
    )?;
    let entries = rows
        .into_iter()
        .map(|row| LedgerEntry {
            id: row.ledger_entry_id,
            amount: Money::new(row.amount, currency),
            reason: row.reason,
            occurred_at: row.occurred_at,
        })
        .collect();
    Ok(Some(PaymentAccount { id, balance: Money::new(balance, currency), entries }))
}
