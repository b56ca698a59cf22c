//! Codes are not to be guessed by those who type them.

use std::time::Duration;

use crate::accounts::{Limit, check_attempts, count_attempt};
use crate::outcome::{Failure, Outcome};
use crate::platform::Platform;
use crate::refusal::{PromotionRefusal, Refusal};

/// From one address: enough for the slips of a whole office, too little to go through a list.
pub const WRONG_CODES: Limit = Limit { kind: "wrong_code", tries_max: 30, window: Duration::from_secs(15 * 60) };

/// Refuses whoever was wrong too often.
pub async fn may_guess(platform: &Platform, asker: &str) -> Outcome<()> {
    check_attempts(platform, WRONG_CODES, asker).await
}

/// A wrong one counts.
pub async fn count_guess<T>(platform: &Platform, asker: &str, answer: Outcome<T>) -> Outcome<T> {
    if let Err(Failure::Refused(Refusal::Promotion(PromotionRefusal::Unknown))) = answer {
        count_attempt(platform, WRONG_CODES, asker).await?;
    }
    answer
}
