//! What this process may open and what memory it has.

/// Raises the number of files that this process may open at least to that, if it is lower.
pub(crate) fn allow_files(needed: u64) {
    let allowed = rlimit::increase_nofile_limit(needed).unwrap();
    assert!(
        allowed >= needed,
        "this process may open {allowed} files and needs {needed}: raise the hard limit, \
         which `ulimit -Hn` shows"
    );
}

/// Its resident memory in KiB, where the system tells it.
pub(crate) fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let kib = lines.find_map(|line| line.strip_prefix("VmRSS:"))?;
    kib.trim().strip_suffix("kB")?.trim().parse().ok()
}
