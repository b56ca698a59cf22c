//! Codes are not to be guessed by those who type them.

use std::time::Duration;

use crate::accounts::{Limit, Visit, count_first};
use crate::outcome::{Failure, Outcome};
use crate::platform::Platform;
use crate::refusal::{PromotionRefusal, Refusal};

/// From one line: enough for the slips of a whole office, too little to go through a list.
pub const WRONG_CODES: Limit = Limit { kind: "wrong_code", tries_max: 30, window: Duration::from_secs(15 * 60) };

/// The answer, unless whoever asks was wrong too often. Only a wrong code counts.
pub async fn limit_guesses<T>(
    platform: &Platform,
    visit: &Visit,
    answer: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    count_first(platform, WRONG_CODES, &visit.origin(), answer, is_wrong).await
}

fn is_wrong<T>(answer: &Outcome<T>) -> bool {
    matches!(answer, Err(Failure::Refused(Refusal::Promotion(PromotionRefusal::Unknown))))
}
