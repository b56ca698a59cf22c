//! The browser's files, as few as the server needs to start, and one that comes in every encoding.

use super::folder::Folder;

pub const CSS: &str = "body{margin:0}";

const MANIFEST: &str = r#"{
    "code": {"js": "/pkg/a.js", "wasm": "/pkg/a.wasm"},
    "modules": {"editor": {"js": "/pkg/editor.js", "wasm": "/pkg/editor.wasm"}},
    "css": "/pkg/a.css", "preload_fonts": [],
    "files": [
        {"path": "/pkg/a.css", "immutable": true, "content_type": "text/css; charset=utf-8"},
        {"path": "/favicon.svg", "immutable": false, "content_type": "image/svg+xml"}
    ]
}"#;

/// The compressed copies say what they are, so that a test can tell them apart.
pub fn write(folder: &Folder) {
    folder.write("site/manifest.json", MANIFEST.as_bytes());
    folder.write("site/pkg/a.css", CSS.as_bytes());
    folder.write("site/pkg/a.css.br", b"as brotli");
    folder.write("site/pkg/a.css.gz", b"as gzip");
    folder.write("site/favicon.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
}
