//! What consumers have done. Messages come at least once; whoever writes here first is the one who acts.

use super::store;
use crate::ids::EntryId;
use crate::outcome::{Fault, Outcome};
use crate::platform::Platform;
use crate::store::Tx;

pub const DONE: &str = "done";

/// Notes that the consumer dealt with the message, in the transaction of the effect. False when it had been before.
pub async fn consume(tx: &mut Tx, consumer: &str, message: EntryId, verdict: &str) -> Result<bool, Fault> {
    store::insert_consumed(tx, consumer, message, verdict).await
}

/// For effects outside the database, which cannot share its transaction: asked before…
pub async fn is_consumed(platform: &Platform, consumer: &str, message: EntryId) -> Outcome<bool> {
    let mut tx = platform.read().await?;
    Ok(store::find_consumed(&mut tx, consumer, message).await?.is_some())
}

/// …and noted after. Between the two lies the one moment in which a crash repeats the effect.
pub async fn note_consumed(
    platform: &Platform,
    consumer: &'static str,
    message: EntryId,
    verdict: String,
) -> Outcome<()> {
    platform
        .change((consumer, message, verdict), |tx, (consumer, message, verdict)| {
            Box::pin(async move {
                consume(tx, consumer, *message, verdict).await?;
                Ok(())
            })
        })
        .await
}
