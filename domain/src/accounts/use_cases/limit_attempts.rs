//! Slowing down people who try too often. Counted in the database, so that several servers count together.

use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::accounts::store::attempts;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;
use crate::time::Timestamp;

/// One thing that may be tried only so often.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub kind: &'static str,
    pub tries_max: i64,
    pub window: Duration,
}

const QUARTER_HOUR: Duration = Duration::from_secs(15 * 60);

/// Wrong passwords for one account from one address.
pub const WRONG_PASSWORDS: Limit = Limit { kind: "wrong_password", tries_max: 10, window: QUARTER_HOUR };
/// Wrong passwords for one account from everywhere: beyond what its owner would ever need.
pub const WRONG_PASSWORDS_FOR_ACCOUNT: Limit =
    Limit { kind: "wrong_password_account", tries_max: 100, window: QUARTER_HOUR };
/// Wrong passwords from one address for whatever account.
pub const WRONG_PASSWORDS_FROM_ADDRESS: Limit =
    Limit { kind: "wrong_password_address", tries_max: 200, window: QUARTER_HOUR };
/// Being told that a name or mail address is taken: enough for a slip, too little to go through a list.
pub const TAKEN_ANSWERS: Limit = Limit { kind: "taken", tries_max: 20, window: QUARTER_HOUR };
/// New accounts from one address: each costs a hash and a mail to somebody who may not want it.
pub fn registrations(per_hour: u32) -> Limit {
    Limit { kind: "registration", tries_max: i64::from(per_hour), window: Duration::from_secs(60 * 60) }
}
/// Mails with links to one mail address.
pub const LINK_MAILS: Limit = Limit { kind: "link_mail", tries_max: 5, window: QUARTER_HOUR };
/// Asking for mails with links, from one address.
pub const LINK_MAILS_FROM_ADDRESS: Limit = Limit { kind: "link_mail_address", tries_max: 100, window: QUARTER_HOUR };

/// Refuses when the limit is reached. Does not count.
pub async fn check(platform: &Platform, limit: Limit, subject: &str) -> Outcome<()> {
    let mut tx = platform.read().await?;
    let Some(attempts) = attempts::find(&mut tx, limit.kind, &hash(subject)).await? else { return Ok(()) };
    let now = platform.clock.now();
    if attempts.window_started_at.plus(limit.window) > now && attempts.count >= limit.tries_max {
        return Err(refusal(limit, attempts.window_started_at, now).into());
    }
    Ok(())
}

/// Counts one more try and refuses when that was one too many.
pub async fn count(platform: &Platform, limit: Limit, subject: &str) -> Outcome<()> {
    let subject_hash = hash(subject);
    let (attempts, now) = platform
        .change((limit, subject_hash), |tx, (limit, subject_hash)| {
            Box::pin(async move {
                let window_floor = tx.now().minus(limit.window);
                let attempts = attempts::add(tx, limit.kind, subject_hash, window_floor).await?;
                Ok((attempts, tx.now()))
            })
        })
        .await?;
    if attempts.count > limit.tries_max {
        return Err(refusal(limit, attempts.window_started_at, now).into());
    }
    Ok(())
}

/// For an answer that takes its time: of many who ask at once, those that are answered last find out what the first ones
/// tried. Does not count.
pub async fn within<T>(
    platform: &Platform,
    limits: &[(Limit, &str)],
    answer: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    for (limit, subject) in limits {
        check(platform, *limit, subject).await?;
    }
    let answer = answer.await?;
    for (limit, subject) in limits {
        check(platform, *limit, subject).await?;
    }
    Ok(answer)
}

/// Counts a try before anybody knows how it ends, and takes it back unless `was_a_try` says that it was one: of many at
/// once none is answered beyond the limit.
pub async fn count_first<T>(
    platform: &Platform,
    limit: Limit,
    subject: &str,
    answer: impl Future<Output = Outcome<T>>,
    was_a_try: impl FnOnce(&Outcome<T>) -> bool,
) -> Outcome<T> {
    count(platform, limit, subject).await?;
    let answer = answer.await;
    if !was_a_try(&answer) {
        let subject_hash = hash(subject);
        platform
            .change((limit, subject_hash), |tx, (limit, subject_hash)| {
                Box::pin(async move { Ok(attempts::take_back(tx, limit.kind, subject_hash).await?) })
            })
            .await?;
    }
    answer
}

/// It was the right person after all.
pub async fn forget(platform: &Platform, limit: Limit, subject: &str) -> Outcome<()> {
    let subject_hash = hash(subject);
    let mut tx = platform.read().await?;
    // Most people get it right the first time: no need to write then.
    if attempts::find(&mut tx, limit.kind, &subject_hash).await?.is_none() {
        return Ok(());
    }
    drop(tx);
    platform
        .change((limit, subject_hash), |tx, (limit, subject_hash)| {
            Box::pin(async move { Ok(attempts::forget(tx, limit.kind, subject_hash).await?) })
        })
        .await
}

fn hash(subject: &str) -> Vec<u8> {
    Sha256::digest(subject.as_bytes()).to_vec()
}

fn refusal(limit: Limit, window_started_at: Timestamp, now: Timestamp) -> Refusal {
    let left = window_started_at.plus(limit.window).since(now);
    Refusal::TooManyAttempts { retry_after_seconds: left.as_secs().max(1) }
}
