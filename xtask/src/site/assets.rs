//! One file of the site.

use crate::hash;

pub struct Asset {
    /// As the browser asks for it, from the root of the site.
    pub path: String,
    pub bytes: Vec<u8>,
    /// Its name changes with its content, so it may be kept for ever.
    pub immutable: bool,
}

impl Asset {
    /// `foyer.css` in `/pkg` becomes `/pkg/foyer.<hash>.css`.
    pub fn named_by_content(folder: &str, name: &str, bytes: Vec<u8>) -> Self {
        let hash = hash::short(&bytes);
        let name = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{name}.{hash}"),
        };
        Self { path: format!("{folder}/{name}"), bytes, immutable: true }
    }

    pub fn keeping_its_name(path: String, bytes: Vec<u8>) -> Self {
        Self { path, bytes, immutable: false }
    }

    pub fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    pub fn content_type(&self) -> &'static str {
        match self.extension() {
            "js" | "mjs" => "text/javascript; charset=utf-8",
            "wasm" => "application/wasm",
            "css" => "text/css; charset=utf-8",
            "svg" => "image/svg+xml",
            "html" => "text/html; charset=utf-8",
            "json" => "application/json",
            "webmanifest" => "application/manifest+json",
            "txt" => "text/plain; charset=utf-8",
            "xml" => "application/xml",
            "ico" => "image/x-icon",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            "avif" => "image/avif",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        }
    }

    /// Fonts and pictures are compressed already.
    pub fn is_compressible(&self) -> bool {
        matches!(
            self.extension(),
            "js" | "mjs" | "wasm" | "css" | "svg" | "html" | "json" | "webmanifest" | "txt" | "xml" | "ico"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_stands_before_the_extension() {
        let asset = Asset::named_by_content("/pkg", "foyer.css", b"abc".to_vec());
        assert_eq!(asset.path, "/pkg/foyer.ba7816bf8f01cfea.css");
        assert!(asset.immutable);
        assert_eq!(asset.content_type(), "text/css; charset=utf-8");
    }

    #[test]
    fn fonts_are_not_compressed_again() {
        let font = Asset::named_by_content("/pkg/fonts", "a.woff2", b"abc".to_vec());
        assert!(!font.is_compressible());
        assert_eq!(font.content_type(), "font/woff2");
    }
}
