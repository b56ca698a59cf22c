//! A browser is switched on to show notices.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::list_push_devices::show_device;
use super::push_device::{NewPushDevice, PUSH_DEVICES_MAX, PushDevice};
use super::store::push::{self, PushAddress};
use crate::accounts::{self, Caller};
use crate::ids::PushDeviceId;
use crate::journal;
use crate::message::Message;
use crate::outcome::{Fault, Outcome};
use crate::platform::{Platform, WebPush};
use crate::refusal::{Problems, Refusal};
use crate::store::Tx;

const ENDPOINT_MAX_CHARS: usize = 1_000;
const AUTH_SECRET_BYTES: usize = 16;

pub async fn add_push_device(platform: &Platform, caller: Caller, new: NewPushDevice) -> Outcome<PushDevice> {
    let address = parse(&platform.web_push, &new)?;
    platform.change((caller, address), |tx, (caller, address)| Box::pin(add(tx, *caller, address))).await
}

async fn add(tx: &mut Tx, caller: Caller, address: &PushAddress) -> Outcome<PushDevice> {
    let (user_id, push_device_id): (_, PushDeviceId) = (caller.user_id, tx.new_id());
    accounts::hold_person(tx, user_id).await?;
    push::make_room(tx, user_id, caller.session_id, &address.endpoint).await?;
    for forgotten in push::list_devices(tx, user_id).await?.iter().skip(PUSH_DEVICES_MAX - 1) {
        push::delete_device(tx, user_id, forgotten.push_device_id).await?;
    }
    push::insert_device(tx, push_device_id, user_id, caller.session_id, address).await?;
    journal::record(tx, Some(user_id), Message::PushDeviceAdded { user_id, push_device_id }).await?;
    let added =
        push::list_devices(tx, user_id).await?.into_iter().find(|device| device.push_device_id == push_device_id);
    let added = added.ok_or_else(|| Fault::new("a device was switched on in a sign-in that is none"))?;
    Ok(show_device(added, caller))
}

fn parse(web_push: &WebPush, new: &NewPushDevice) -> Result<PushAddress, Refusal> {
    let mut problems = Problems::default();
    let endpoint = problems.check("endpoint", parse_endpoint(web_push, &new.endpoint));
    let public_key = problems.check("keys.p256dh", parse_public_key(&new.p256dh));
    let auth_secret = problems.check("keys.auth", parse_auth_secret(&new.auth));
    problems.into_result()?;
    Ok(PushAddress {
        endpoint: endpoint.unwrap_or_default(),
        public_key: public_key.unwrap_or_default(),
        auth_secret: auth_secret.unwrap_or_default(),
    })
}

/// We send to it: an address of anybody's choice would make us knock at doors inside the operator's network.
fn parse_endpoint(web_push: &WebPush, raw: &str) -> Result<String, String> {
    if raw.len() > ENDPOINT_MAX_CHARS {
        return Err(format!("An address has at most {ENDPOINT_MAX_CHARS} characters."));
    }
    if web_push.sends_to(raw) {
        Ok(raw.to_owned())
    } else {
        Err("Notices are not sent to this address. It must be one of the browser's maker.".into())
    }
}

fn parse_public_key(raw: &str) -> Result<Vec<u8>, String> {
    decode(raw)
        .filter(|bytes| p256::PublicKey::from_sec1_bytes(bytes).is_ok())
        .ok_or_else(|| "This must be a P-256 key in base64url.".to_owned())
}

fn parse_auth_secret(raw: &str) -> Result<Vec<u8>, String> {
    decode(raw)
        .filter(|bytes| bytes.len() == AUTH_SECRET_BYTES)
        .ok_or_else(|| "This must be 16 bytes in base64url.".to_owned())
}

/// Some write the filling, most do not.
fn decode(raw: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(raw.trim_end_matches('=')).ok()
}
