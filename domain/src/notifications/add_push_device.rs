//! A browser is switched on to show notices.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::list_push_devices::show_device;
use super::push_device::{NewPushDevice, PUSH_DEVICES_MAX, PushDevice};
use super::store::push::{self, NewDevice, PushAddress};
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
/// As browsers say it: with both coordinates. A shorter form would be another text to what is sealed.
const PUBLIC_KEY_BYTES: usize = 65;
/// A key is shorter than this in any spelling.
const KEY_MAX_CHARS: usize = 100;

/// What was parsed, and where it came from.
struct Addition {
    caller: Caller,
    address: PushAddress,
    replaces: Option<String>,
    sender: String,
}

pub async fn add_push_device(platform: &Platform, caller: Caller, new: NewPushDevice) -> Outcome<PushDevice> {
    let address = parse(&platform.web_push, &new)?;
    let addition = Addition { caller, address, replaces: new.replaces, sender: platform.web_push.public_key() };
    platform.change(addition, |tx, addition| Box::pin(add(tx, addition))).await
}

async fn add(tx: &mut Tx, addition: &Addition) -> Outcome<PushDevice> {
    let Addition { caller, ref address, ref replaces, ref sender } = *addition;
    let (user_id, session_id, push_device_id): (_, _, PushDeviceId) = (caller.user_id, caller.session_id, tx.new_id());
    accounts::hold_person(tx, user_id).await?;
    // It may have ended since they asked.
    if !accounts::is_signed_in(tx, session_id).await? {
        return Err(Refusal::SignInEnded.into());
    }
    // A browser that moved by itself is not switched on by that: somebody else may be signed in, or nobody wants it.
    if let Some(old) = replaces
        && !push::has_address(tx, session_id, old).await?
    {
        return Err(Refusal::NotFound.into());
    }
    push::make_room(tx, user_id, session_id, &address.endpoint).await?;
    let new = NewDevice { push_device_id, user_id, session_id, address, sender };
    push::put_device(tx, &new).await?;
    for forgotten in push::list_devices(tx, user_id).await?.iter().skip(PUSH_DEVICES_MAX) {
        push::delete_device(tx, user_id, forgotten.push_device_id).await?;
    }
    journal::record(tx, Some(user_id), Message::PushDeviceAdded { user_id, push_device_id }).await?;
    let added = push::find_device(tx, push_device_id).await?;
    Ok(show_device(added.ok_or_else(|| Fault::new("a device is gone that was just added"))?, caller))
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
        .filter(|bytes| bytes.len() == PUBLIC_KEY_BYTES && p256::PublicKey::from_sec1_bytes(bytes).is_ok())
        .ok_or_else(|| "This must be an uncompressed P-256 key in base64url.".to_owned())
}

fn parse_auth_secret(raw: &str) -> Result<Vec<u8>, String> {
    decode(raw)
        .filter(|bytes| bytes.len() == AUTH_SECRET_BYTES)
        .ok_or_else(|| "This must be 16 bytes in base64url.".to_owned())
}

/// Some write the filling, most do not.
fn decode(raw: &str) -> Option<Vec<u8>> {
    let raw = Some(raw).filter(|raw| raw.len() <= KEY_MAX_CHARS)?;
    URL_SAFE_NO_PAD.decode(raw.trim_end_matches('=')).ok()
}
