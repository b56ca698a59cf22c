//! The browser's files: built into the binary, or read from a folder at start. They are few and small, so they are
//! kept in memory, with the compressed copies made at build time.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use app::components::code::{Code, Modules};
use app::shell::Assets;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded_site.rs"));
}

#[derive(Deserialize)]
struct Manifest {
    code: Code,
    modules: Modules,
    css: String,
    preload_fonts: Vec<String>,
    files: Vec<ManifestFile>,
}

#[derive(Deserialize)]
struct ManifestFile {
    path: String,
    immutable: bool,
    content_type: String,
}

#[derive(Debug, Default)]
pub struct Site {
    assets: Assets,
    files: HashMap<String, File>,
}

#[derive(Debug)]
pub struct File {
    content_type: HeaderValue,
    immutable: bool,
    tag: HeaderValue,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl Site {
    pub fn load(folder: &Path) -> io::Result<Self> {
        if embedded::FILES.is_empty() {
            return Self::read(|name| fs::read(folder.join(name)).map(Bytes::from));
        }
        let files: HashMap<&str, &'static [u8]> = embedded::FILES.iter().copied().collect();
        Self::read(|name| {
            files.get(name).map(|bytes| Bytes::from_static(bytes)).ok_or_else(|| io::ErrorKind::NotFound.into())
        })
    }

    fn read(file: impl Fn(&str) -> io::Result<Bytes>) -> io::Result<Self> {
        let manifest: Manifest = serde_json::from_slice(&file("manifest.json")?)?;
        let mut files = HashMap::new();
        for listed in manifest.files {
            let name = listed.path.trim_start_matches('/').to_owned();
            let plain = file(&name)?;
            let tag = HeaderValue::from_str(&format!("\"{}\"", short_hash(&plain))).map_err(io::Error::other)?;
            let loaded = File {
                content_type: HeaderValue::from_str(&listed.content_type).map_err(io::Error::other)?,
                immutable: listed.immutable,
                tag,
                brotli: file(&format!("{name}.br")).ok(),
                gzip: file(&format!("{name}.gz")).ok(),
                plain,
            };
            files.insert(listed.path, loaded);
        }
        let assets = Assets {
            code: manifest.code,
            modules: manifest.modules,
            css: manifest.css,
            preload_fonts: manifest.preload_fonts,
        };
        Ok(Self { assets, files })
    }

    pub fn page_assets(&self) -> Assets {
        self.assets.clone()
    }

    pub fn find(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }
}

impl File {
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        let cache = if self.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
        let unchanged = self.is_known(headers);
        let (body, encoding) = self.choose(headers);
        let mut response = match unchanged {
            true => StatusCode::NOT_MODIFIED.into_response(),
            false => body.into_response(),
        };
        let answer = response.headers_mut();
        answer.insert(header::CONTENT_TYPE, self.content_type.clone());
        answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        answer.insert(header::ETAG, self.tag.clone());
        answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let (Some(encoding), false) = (encoding, unchanged) {
            answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }

    /// The caller may name several it has, weak ones too: a proxy that compressed the file marks its tag as weak.
    fn is_known(&self, headers: &HeaderMap) -> bool {
        let own = self.tag.to_str().unwrap_or_default();
        let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        known
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .any(|tag| tag == "*" || tag.trim_start_matches("W/") == own)
    }

    fn choose(&self, headers: &HeaderMap) -> (Bytes, Option<&'static str>) {
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let takes = |name: &str| accepted.split(',').any(|one| accepts(one, name));
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if takes("br") => (brotli.clone(), Some("br")),
            (_, Some(gzip)) if takes("gzip") => (gzip.clone(), Some("gzip")),
            _ => (self.plain.clone(), None),
        }
    }
}

/// `br`, `br;q=0.5`, but not `br;q=0`.
fn accepts(offer: &str, name: &str) -> bool {
    let (coding, weight) = offer.split_once(';').unwrap_or((offer, ""));
    let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse::<f32>().ok());
    coding.trim() == name && weight.is_none_or(|weight| weight > 0.0)
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
