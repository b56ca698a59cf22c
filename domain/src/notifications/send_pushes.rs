//! What waits to be sent to people's browsers: taken by one sender at a time, tried again while it is news.

use std::time::Duration;

use super::store::push::{self, PushAddress, PushRow};
use super::{NoticeAbout, NoticeKind};
use crate::ids::{EntryId, PushDeviceId};
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::store::Tx;
use crate::time::Timestamp;

/// Longer than any answer is waited for.
const LEASE: Duration = Duration::from_secs(60);
/// Older than this it is no news any more; it stands under the notices.
pub const PUSH_NEWS_FOR: Duration = Duration::from_secs(4 * 3_600);
const RETRY_AFTER: Duration = Duration::from_secs(15);
const RETRY_AFTER_MAX: Duration = Duration::from_secs(900);

#[derive(Clone, Debug)]
pub struct DuePush {
    pub entry_id: EntryId,
    pub push_device_id: PushDeviceId,
    pub address: PushAddress,
    pub kind: NoticeKind,
    pub about: Option<NoticeAbout>,
    pub created_at: Timestamp,
    attempts: i32,
}

/// What became of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PushResult {
    Taken,
    /// This one will never be taken.
    Refused,
    /// There is no such browser any more.
    DeviceGone,
    /// Perhaps later; they may have said when.
    NotNow(Option<Duration>),
}

/// What is to be sent now, and how many were looked at for it: more may wait when some of them were for nobody.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub due: Vec<DuePush>,
    pub looked_at: usize,
}

pub async fn claim_pushes(platform: &Platform, count_max: i32) -> Outcome<Claimed> {
    platform.change(count_max, |tx, count_max| Box::pin(claim(tx, *count_max))).await
}

async fn claim(tx: &mut Tx, count_max: i32) -> Outcome<Claimed> {
    let now = tx.now();
    let mut due = Vec::new();
    let rows = push::claim(tx, count_max, now.plus(LEASE)).await?;
    let looked_at = rows.len();
    for row in rows {
        let is_news = row.created_at.plus(PUSH_NEWS_FOR) > now;
        match push::find_address(tx, row.push_device_id).await?.filter(|_| is_news) {
            Some(address) => due.push(with_address(row, address)),
            None => push::delete(tx, row.entry_id, row.push_device_id).await?,
        }
    }
    Ok(Claimed { due, looked_at })
}

fn with_address(row: PushRow, address: PushAddress) -> DuePush {
    DuePush {
        entry_id: row.entry_id,
        push_device_id: row.push_device_id,
        address,
        kind: row.kind,
        about: row.data.0,
        created_at: row.created_at,
        attempts: row.attempts,
    }
}

pub async fn settle_push(platform: &Platform, due: DuePush, result: PushResult) -> Outcome<()> {
    platform.change((due, result), |tx, (due, result)| Box::pin(settle(tx, due, *result))).await
}

async fn settle(tx: &mut Tx, due: &DuePush, result: PushResult) -> Outcome<()> {
    match result {
        PushResult::Taken | PushResult::Refused => push::delete(tx, due.entry_id, due.push_device_id).await?,
        PushResult::DeviceGone => push::forget_device(tx, due.push_device_id).await?,
        PushResult::NotNow(said) => {
            let pause = said.unwrap_or_default().max(pause_after(due.attempts)).min(RETRY_AFTER_MAX);
            let until = tx.now().plus(pause);
            push::postpone(tx, due.entry_id, due.push_device_id, until).await?;
        }
    }
    Ok(())
}

/// Twice as long after each attempt.
fn pause_after(attempts: i32) -> Duration {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or_default().min(16);
    RETRY_AFTER.saturating_mul(1 << doublings)
}
