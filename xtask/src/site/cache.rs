//! Results kept by the hash of what they were made from. Losing it costs time, never correctness.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::Duration;

use crate::fault::{Explain, Outcome};
use crate::workspace::{list_files, make_folder, write_file};

/// What nobody asked for in this time is thrown away.
const KEPT_FOR: Duration = Duration::from_secs(14 * 24 * 60 * 60);

pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    pub fn open(folder: PathBuf) -> Outcome<Self> {
        make_folder(&folder)?;
        Ok(Self { folder })
    }

    pub fn get(&self, key: &str) -> Option<Vec<u8>> {
        let path = self.folder.join(key);
        let bytes = fs::read(&path).ok()?;
        mark_as_used(&path);
        Some(bytes)
    }

    /// Written aside and renamed, so that a half-written result is never found.
    pub fn put(&self, key: &str, bytes: &[u8]) -> Outcome {
        let aside = self.folder.join(format!("{key}.{}", std::process::id()));
        write_file(&aside, bytes)?;
        fs::rename(&aside, self.folder.join(key)).explain(|| format!("cannot keep {key}"))
    }

    /// A folder for one piece of work, to be removed by whoever asked.
    pub fn scratch(&self, key: &str) -> PathBuf {
        self.folder.join(format!("work-{key}-{}", std::process::id()))
    }

    pub fn forget_old(&self) -> Outcome {
        for path in list_files(&self.folder)? {
            let age =
                path.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|time| time.elapsed().ok());
            if age.is_some_and(|age| age > KEPT_FOR) {
                fs::remove_file(&path).explain(|| format!("cannot remove {}", path.display()))?;
            }
        }
        Ok(())
    }
}

/// Best effort: an entry whose age cannot be renewed is made again one day.
fn mark_as_used(path: &std::path::Path) {
    #[expect(clippy::disallowed_methods, reason = "the age of a file on disk is real time")]
    let now = std::time::SystemTime::now();
    if let Ok(file) = File::options().append(true).open(path) {
        let _ = file.set_modified(now);
    }
}
