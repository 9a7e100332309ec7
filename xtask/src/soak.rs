//! `cargo xtask soak`: the sandbox under full load for minutes, without an error, growth or loss.

use std::path::Path;

use crate::durability;
use crate::error::Error;
use crate::release;

/// Runs the soak of the durability test on a release build, and says its counts.
///
/// # Errors
///
/// When a request failed, the sandbox's memory grew, or a write was lost.
pub(crate) fn soak(root: &Path, seconds: u32) -> Result<String, Error> {
    let command = release::sandbox(root)?.display().to_string();
    let options = [
        "--soak".to_owned(),
        seconds.to_string(),
        "--command".to_owned(),
        command,
    ];
    durability::test(root, &options)
}
