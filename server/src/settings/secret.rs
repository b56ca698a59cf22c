//! A value that must not show up in logs.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::platform::Random;

#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The secret of an install that runs alone: made the first time, kept beside its database.
pub fn keep_in(data: &Path) -> io::Result<Secret> {
    let path = data.join("secret");
    if let Ok(kept) = fs::read_to_string(&path)
        && kept.trim().len() >= 32
    {
        return Ok(Secret::new(kept.trim()));
    }
    fs::create_dir_all(data)?;
    let random = Random::from_system().map_err(io::Error::other)?;
    let made = STANDARD_NO_PAD.encode(random.bytes::<48>());
    write_private(&path, &made)?;
    Ok(Secret::new(made))
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}
