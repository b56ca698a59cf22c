//! Money: for now the account every person has for credits and refunds.

use serde::{Deserialize, Serialize};

use crate::ids::{LedgerEntryId, PaymentAccountId};
use crate::money::Money;
use crate::time::Timestamp;

#[cfg(feature = "server")]
mod open_payment_account;
#[cfg(feature = "server")]
mod see_payment_account;
#[cfg(feature = "server")]
mod store;

#[cfg(feature = "server")]
pub use open_payment_account::open_payment_account;
#[cfg(feature = "server")]
pub use see_payment_account::see_payment_account;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentAccount {
    pub id: PaymentAccountId,
    pub balance: Money,
    /// The newest movements first.
    pub entries: Vec<LedgerEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    pub id: LedgerEntryId,
    pub amount: Money,
    pub reason: String,
    pub occurred_at: Timestamp,
}
