//! Handing one over to the server of the browser's maker (RFC 8030, RFC 8292).

use std::time::Duration;

use domain::notifications::{DuePush, PUSH_NEWS_FOR, PushResult};
use domain::platform::{Platform, origin_of};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode, header};
use rustls::{ClientConfig, RootCertStore};
use serde_json::json;

use super::resting::Resting;
use super::seal::{Chance, Reader, seal};

const TIMEOUT: Duration = Duration::from_secs(10);
/// Makers take at most a day.
const SIGNED_FOR: Duration = Duration::from_secs(12 * 3_600);

#[derive(Clone)]
pub struct Carrier {
    client: Client,
    resting: Resting,
}

impl Carrier {
    /// No redirects: whom we send to was checked, whom they would send us to was not.
    pub fn new() -> Result<Self, String> {
        // The certificates come with the program: a small container has none.
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.into() };
        let tls = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(Policy::none())
            .timeout(TIMEOUT)
            .user_agent("Foyer")
            .build();
        let client = client.map_err(|error| format!("no pushes can be sent: {error}"))?;
        Ok(Self { client, resting: Resting::default() })
    }

    pub async fn hand_over(&self, platform: &Platform, due: &DuePush) -> PushResult {
        let (web_push, endpoint) = (&platform.web_push, due.address.endpoint.as_str());
        // The list of makers may have become shorter since the browser was switched on.
        if !web_push.sends_to(endpoint) {
            return PushResult::DeviceGone;
        }
        let (now, origin) = (platform.clock.now(), origin_of(endpoint).unwrap_or_default());
        if let Some(rest) = self.resting.wait_for(origin, now) {
            return PushResult::NotNow(Some(rest));
        }
        let until = now.plus(SIGNED_FOR);
        let (Some(sealed), Some(authorization)) = (sealed(platform, due), web_push.authorization(endpoint, until))
        else {
            return PushResult::Refused;
        };
        let request = self
            .client
            .post(endpoint)
            .header(header::AUTHORIZATION, authorization)
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", PUSH_NEWS_FOR.as_secs())
            .header("urgency", "normal")
            .body(sealed);
        match request.send().await {
            Ok(response) => {
                self.resting.answered(origin);
                judge(&response)
            }
            // What cannot even be asked for is the address of nothing.
            Err(error) if error.is_builder() => PushResult::DeviceGone,
            // The address is as good as a key, so it is not in the log.
            Err(error) => {
                tracing::warn!(error = error.without_url().to_string(), "a maker's server could not be reached");
                self.resting.did_not_answer(origin, now);
                PushResult::NotNow(None)
            }
        }
    }
}

fn judge(response: &Response) -> PushResult {
    let status = response.status();
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => PushResult::DeviceGone,
        StatusCode::TOO_MANY_REQUESTS => PushResult::NotNow(retry_after(response)),
        _ if status.is_success() => PushResult::Taken,
        _ if status.is_server_error() => PushResult::NotNow(retry_after(response)),
        _ => {
            tracing::warn!(status = status.as_u16(), "a maker's server did not take a push");
            PushResult::Refused
        }
    }
}

fn retry_after(response: &Response) -> Option<Duration> {
    let seconds = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// What `public/service-worker.js` reads.
fn sealed(platform: &Platform, due: &DuePush) -> Option<Vec<u8>> {
    let about = due.about.as_ref();
    let text = json!({
        "title": due.kind.title(about),
        "text": due.kind.text(),
        "link": due.kind.link(about),
        "tag": due.entry_id,
    });
    let reader = Reader { public_key: &due.address.public_key, auth_secret: &due.address.auth_secret };
    let chance = Chance { secret: platform.random.bytes(), salt: platform.random.bytes() };
    seal(text.to_string().as_bytes(), &reader, &chance)
}
