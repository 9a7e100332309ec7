//! `cargo xtask durability`: the sandbox is killed as often as asked, and must lose nothing.

use std::path::Path;

use crate::error::Error;
use crate::program::Program;

/// Runs the test that `cargo test` runs with few kills, and says its counts.
///
/// # Errors
///
/// When a write was lost, or a deleted token returned.
pub(crate) fn durability(root: &Path, kills: u32, seed: Option<u64>) -> Result<String, Error> {
    let mut options = vec!["--kills".to_owned(), kills.to_string()];
    if let Some(seed) = seed {
        options.extend(["--seed".to_owned(), seed.to_string()]);
    }
    test(root, &options)
}

/// Runs the test with these options, and says what it says.
pub(crate) fn test(root: &Path, options: &[String]) -> Result<String, Error> {
    Program::new(env!("CARGO"), root)
        // Of the whole workspace, so that what its tests have built is used.
        .args([
            "test",
            "--quiet",
            "--workspace",
            "--test",
            "durability",
            "--",
        ])
        .args(options.iter().map(String::as_str))
        .run()?
        .succeeding()
        .map(|said| said.trim_end().to_owned())
}
