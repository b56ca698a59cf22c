//! Cleans up after a test run, also after one that was killed: a process of its own that waits for the run to end,
//! ends what is left of it and removes its folder.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use super::folder::NAME_PREFIX;
use crate::fault::{Outcome, fail};
use crate::workspace::remove_folder;

/// Most processes end by themselves once the run is gone; those that do not get this long.
const GRACE: Duration = Duration::from_secs(4);
const ROUND: Duration = Duration::from_millis(50);
const ROUNDS_TO_REMOVE: u32 = 100;

pub fn watch_over(folder: &Path) -> Outcome {
    let is_ours = folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NAME_PREFIX));
    if !is_ours {
        return fail(format!("{} is not a folder of a test run", folder.display()));
    }
    // Ends when the last writer is gone: when the run closes the pipe, or no longer exists.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    end_processes(folder);
    remove(folder)
}

fn end_processes(folder: &Path) {
    let rounds_of_grace = GRACE.as_millis() / ROUND.as_millis();
    for round in 0.. {
        let left = find_processes(folder);
        if left.is_empty() || round > rounds_of_grace * 2 {
            return;
        }
        if round >= rounds_of_grace {
            for process in left {
                let _ = kill_process(process, Signal::KILL);
            }
        }
        thread::sleep(ROUND);
    }
}

/// A process that is just ending may still write into the folder, so one attempt is not always enough.
fn remove(folder: &Path) -> Outcome {
    for _ in 0..ROUNDS_TO_REMOVE {
        if remove_folder(folder).is_ok() {
            return Ok(());
        }
        thread::sleep(ROUND);
    }
    remove_folder(folder)
}

/// Every process that was started with the folder's path in its arguments or environment, or that works inside it.
fn find_processes(folder: &Path) -> Vec<Pid> {
    let marker = folder.as_os_str().as_encoded_bytes();
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_string_lossy().parse::<u32>().ok())
        .filter(|&id| id != std::process::id())
        .filter(|id| {
            let proc = Path::new("/proc").join(id.to_string());
            let mentions = |file: &str| fs::read(proc.join(file)).is_ok_and(|bytes| contains(&bytes, marker));
            mentions("environ")
                || mentions("cmdline")
                || fs::read_link(proc.join("cwd")).is_ok_and(|cwd| cwd.starts_with(folder))
        })
        .filter_map(|id| i32::try_from(id).ok().and_then(Pid::from_raw))
        .collect()
}

/// The whole path, not only the beginning of a longer one.
fn contains(bytes: &[u8], marker: &[u8]) -> bool {
    bytes.windows(marker.len()).enumerate().any(|(start, window)| {
        window == marker && bytes.get(start + marker.len()).is_none_or(|next| !next.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_mistaken_for_one_with_a_longer_name() {
        assert!(contains(b"X=1\0FOYER_RIG=/tmp/foyer-rig-7-1\0", b"/tmp/foyer-rig-7-1"));
        assert!(contains(b"--dir=/tmp/foyer-rig-7-1/tmp", b"/tmp/foyer-rig-7-1"));
        assert!(!contains(b"FOYER_RIG=/tmp/foyer-rig-7-12", b"/tmp/foyer-rig-7-1"));
    }

    #[test]
    fn only_folders_of_test_runs_are_ever_removed() {
        assert!(watch_over(Path::new("/home/somebody")).is_err());
    }
}
