//! The same request with the same key has one effect and one answer, however often it is sent.

mod store;

use std::time::Duration;

use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::refusal::Refusal;

/// How long an answer is kept for repeats.
const KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);
/// A first request that has not answered by then died with its server; the next one takes over.
const RUNNING_MAX: Duration = Duration::from_secs(60);

/// Which request it is: whose, to where, with what.
#[derive(Clone, Debug)]
pub struct KeyedRequest {
    pub key: String,
    pub asker: String,
    pub route: String,
    pub request_hash: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    pub status: u16,
    pub content_type: String,
    pub body: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nobody ran it yet: run it, then keep or forget its answer.
    First,
    /// It ran: this was the answer.
    Repeat(KeptAnswer),
}

pub async fn take_turn(platform: &Platform, request: KeyedRequest) -> Outcome<Turn> {
    let turn = platform
        .change(request, |tx, request| {
            Box::pin(async move {
                let (now, expires_at) = (tx.now(), tx.now().plus(KEPT_FOR));
                store::delete_expired(tx, now, now.minus(RUNNING_MAX)).await?;
                if store::insert(tx, request, expires_at).await? {
                    return Ok(Turn::First);
                }
                let Some(kept) = store::find(tx, &request.asker, &request.key).await? else {
                    return Err(Refusal::IdempotencyKeyInFlight.into());
                };
                if kept.route != request.route || kept.request_hash != request.request_hash {
                    return Err(Refusal::IdempotencyKeyReused.into());
                }
                kept.answer().map(Turn::Repeat).ok_or_else(|| Refusal::IdempotencyKeyInFlight.into())
            })
        })
        .await?;
    match turn {
        Turn::First => Ok(Turn::First),
        Turn::Repeat(kept) => {
            let body = platform.sealing.open(&kept.body).ok_or_else(|| Fault::new("a kept answer cannot be opened"))?;
            Ok(Turn::Repeat(KeptAnswer { body, ..kept }))
        }
    }
}

/// Answers may carry tokens, which are kept nowhere in clear.
pub async fn keep_answer(platform: &Platform, request: KeyedRequest, answer: KeptAnswer) -> Outcome<()> {
    let answer = KeptAnswer { body: platform.sealing.seal(&answer.body)?, ..answer };
    platform
        .change((request, answer), |tx, (request, answer)| {
            Box::pin(async move { Ok(store::set_answer(tx, request, answer).await?) })
        })
        .await
}

/// The request hit a fault of ours: it may be tried again with the same key.
pub async fn forget(platform: &Platform, request: KeyedRequest) -> Outcome<()> {
    platform
        .change(request, |tx, request| {
            Box::pin(async move { Ok(store::delete(tx, &request.asker, &request.key).await?) })
        })
        .await
}
