//! What the disk charges for making something durable.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use crate::figures::median;
use crate::stopwatch::Stopwatch;

const TRIES: usize = 200;

/// The middle of many `fdatasync` calls after a small write, in the folder that is measured.
pub fn fdatasync_time(folder: &Path) -> io::Result<Duration> {
    let path = folder.join("fdatasync");
    let mut file = File::create(&path)?;
    let mut times = Vec::with_capacity(TRIES);
    for _ in 0..TRIES {
        file.write_all(&[0; 4096])?;
        let watch = Stopwatch::start();
        file.sync_data()?;
        times.push(watch.elapsed());
    }
    std::fs::remove_file(path)?;
    Ok(median(&mut times))
}
