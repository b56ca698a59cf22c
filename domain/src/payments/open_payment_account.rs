//! Every new person gets an account for credits and refunds: the work of a consumer of `user_created`, after the
//! commit, exactly once however often the message comes.

use super::store;
use crate::accounts::see_preferences_of;
use crate::ids::{EntryId, PaymentAccountId, UserId};
use crate::journal;
use crate::message::Message;
use crate::money::Currency;
use crate::notifications::ledger;
use crate::outcome::Outcome;
use crate::platform::Platform;

pub const CONSUMER: &str = "payment_accounts";

/// Opens the account, unless this message has been dealt with.
pub async fn open_payment_account(platform: &Platform, message: EntryId, user_id: UserId) -> Outcome<()> {
    let currency = see_preferences_of(platform, user_id).await?.map_or(Currency::Eur, |chosen| chosen.currency);
    platform
        .change((message, user_id, currency), |tx, (message, user_id, currency)| {
            Box::pin(async move {
                if !ledger::consume(tx, CONSUMER, *message, ledger::DONE).await? {
                    return Ok(());
                }
                let payment_account_id: PaymentAccountId = tx.new_id();
                if store::insert_account(tx, payment_account_id, *user_id, *currency).await? {
                    let opened = Message::PaymentAccountOpened { payment_account_id, user_id: *user_id };
                    journal::record(tx, None, opened).await?;
                }
                Ok(())
            })
        })
        .await
}
