//! Grandchildren whose parents ended before them. They come to us instead of to the system's first process,
//! which in many containers never takes note of their end.

#[cfg(target_os = "linux")]
pub use linux::{adopt, bury};
#[cfg(not(target_os = "linux"))]
pub use nowhere_else::{adopt, bury};

#[cfg(target_os = "linux")]
mod linux {
    use rustix::process::{WaitOptions, getpid, set_child_subreaper, wait};

    /// From here on orphans among our descendants are ours.
    pub fn adopt() {
        // Where it is refused they go where orphans always went.
        let _ = set_child_subreaper(Some(getpid()));
    }

    /// Takes note of every child that has ended. Only once nothing else waits for a child of its own.
    pub fn bury() {
        while let Ok(Some(_)) = wait(WaitOptions::NOHANG) {}
    }
}

#[cfg(not(target_os = "linux"))]
mod nowhere_else {
    pub fn adopt() {}
    pub fn bury() {}
}
