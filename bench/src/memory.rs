//! How much memory of its own this process has, where the system says so. Mapped files are not its own.

/// In MiB; 0 where it cannot be known.
pub fn own_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1_024
}
