//! A browser is switched off again.

use super::store::push;
use crate::accounts::Caller;
use crate::ids::PushDeviceId;
use crate::journal;
use crate::message::Message;
use crate::outcome::Outcome;
use crate::platform::Platform;
use crate::refusal::Refusal;

pub async fn remove_push_device(platform: &Platform, caller: Caller, push_device_id: PushDeviceId) -> Outcome<()> {
    platform
        .change((caller.user_id, push_device_id), |tx, (user_id, push_device_id)| {
            Box::pin(async move {
                let (user_id, push_device_id) = (*user_id, *push_device_id);
                if !push::delete_device(tx, user_id, push_device_id).await? {
                    return Err(Refusal::NotFound.into());
                }
                journal::record(tx, Some(user_id), Message::PushDeviceRemoved { user_id, push_device_id }).await?;
                Ok(())
            })
        })
        .await
}
