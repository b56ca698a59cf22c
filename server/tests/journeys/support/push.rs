//! A server as the makers of browsers have them, and a browser that reads what it is sent.

use std::sync::{Arc, Mutex};

use aes_gcm::aead::Aead as _;
use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce};
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use p256::elliptic_curve::sec1::ToSec1Point as _;
use p256::{PublicKey, SecretKey, ecdh};
use serde_json::{Value, json};
use sha2::Sha256;

const BODY_MAX: usize = 10_000;

/// What came, in its order.
#[derive(Clone)]
pub struct Pushed {
    pub path: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

struct Desk {
    taken: Vec<Pushed>,
    answer: (u16, Option<(&'static str, String)>),
}

/// Takes everything, unless it is told to answer otherwise.
pub struct PushStandIn {
    pub url: String,
    desk: Arc<Mutex<Desk>>,
}

impl PushStandIn {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let desk = Arc::new(Mutex::new(Desk { taken: Vec::new(), answer: (201, None) }));
        let at_the_desk = Arc::clone(&desk);
        let router = axum::Router::new().fallback(move |request: Request| {
            let desk = Arc::clone(&at_the_desk);
            async move {
                let (parts, body) = request.into_parts();
                let body = to_bytes(body, BODY_MAX).await.unwrap().to_vec();
                let mut desk = desk.lock().unwrap();
                desk.taken.push(Pushed { path: parts.uri.path().to_owned(), headers: parts.headers, body });
                let (status, header) = desk.answer.clone();
                let mut response = StatusCode::from_u16(status).unwrap().into_response();
                if let Some((name, value)) = header {
                    response.headers_mut().insert(name, value.parse().unwrap());
                }
                response
            }
        });
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, desk }
    }

    pub fn answer(&self, status: u16) {
        self.desk.lock().unwrap().answer = (status, None);
    }

    pub fn answer_with(&self, status: u16, header: &'static str, value: &str) {
        self.desk.lock().unwrap().answer = (status, Some((header, value.to_owned())));
    }

    /// What came since the last look.
    pub fn take(&self) -> Vec<Pushed> {
        std::mem::take(&mut self.desk.lock().unwrap().taken)
    }
}

/// A browser that was switched on, with its own keys.
pub struct Reader {
    secret: SecretKey,
    auth: [u8; 16],
    pub endpoint: String,
}

impl Reader {
    pub fn at(stand_in: &PushStandIn, number: u8) -> Self {
        let endpoint = format!("{}/browser/{number}", stand_in.url);
        Self { secret: SecretKey::from_slice(&[number; 32]).unwrap(), auth: [number; 16], endpoint }
    }

    /// As its `PushSubscription` says it.
    pub fn subscription(&self) -> Value {
        let keys = json!({ "p256dh": URL_SAFE_NO_PAD.encode(self.point()), "auth": URL_SAFE_NO_PAD.encode(self.auth) });
        json!({ "endpoint": self.endpoint, "expirationTime": null, "keys": keys })
    }

    fn point(&self) -> Vec<u8> {
        self.secret.public_key().to_sec1_point(false).as_bytes().to_vec()
    }

    pub fn open(&self, pushed: &Pushed) -> Value {
        assert_eq!(pushed.headers["content-encoding"], "aes128gcm");
        let (salt, rest) = pushed.body.split_at(16);
        let (key_length, rest) = (usize::from(rest[4]), &rest[5..]);
        let (sender, sealed) = rest.split_at(key_length);
        let theirs = PublicKey::from_sec1_bytes(sender).unwrap();
        let shared = ecdh::diffie_hellman(self.secret.to_nonzero_scalar(), theirs.as_affine());
        let about = [b"WebPush: info\0".as_slice(), &self.point(), sender].concat();
        let input: [u8; 32] = expand(&self.auth, shared.raw_secret_bytes(), &about);
        let key: [u8; 16] = expand(salt, &input, b"Content-Encoding: aes128gcm\0");
        let nonce: [u8; 12] = expand(salt, &input, b"Content-Encoding: nonce\0");
        let text = Aes128Gcm::new(&key.into()).decrypt(&Nonce::from(nonce), sealed).unwrap();
        serde_json::from_slice(text.strip_suffix(&[2]).unwrap()).unwrap()
    }
}

fn expand<const N: usize>(salt: &[u8], secret: &[u8], about: &[u8]) -> [u8; N] {
    let mut out = [0; N];
    Hkdf::<Sha256>::new(Some(salt), secret).expand(about, &mut out).unwrap();
    out
}
