//! `cargo xtask soak`: the sandbox under full load for minutes, without an error, growth or loss.

use std::path::Path;

use crate::durability;
use crate::error::Error;

/// Runs the soak of the durability test, and says its counts.
///
/// # Errors
///
/// When a request failed, the sandbox's memory grew, or a write was lost.
pub(crate) fn soak(root: &Path, seconds: u32) -> Result<String, Error> {
    durability::test(root, &["--soak".to_owned(), seconds.to_string()])
}
