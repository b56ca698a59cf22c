//! One's own payment account.

use super::{PaymentAccount, store};
use crate::accounts::Caller;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

/// Not found for the moment between registering and the consumer's work.
pub async fn see_payment_account(platform: &Platform, caller: Caller) -> Outcome<PaymentAccount> {
    let mut tx = platform.read().await?;
    Ok(store::find_account_of(&mut tx, caller.user_id).await?.ok_or(Refusal::NotFound)?)
}
