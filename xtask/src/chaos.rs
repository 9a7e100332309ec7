//! `cargo xtask chaos`: event streams whose connections are dropped at random.

use std::path::Path;

use crate::error::Error;
use crate::program::Program;

/// Runs the test for as long as it is told; its counts.
///
/// # Errors
///
/// When an event came twice, out of order or not at all without an announced gap.
pub(crate) fn chaos(root: &Path, seconds: u32, seed: Option<u64>) -> Result<String, Error> {
    let seconds = seconds.to_string();
    let seed = seed.map(|seed| seed.to_string());
    let said = Program::new(env!("CARGO"), root)
        // Of the whole workspace, so that what its tests have built is used.
        .args(["test", "--quiet", "--workspace", "--test", "chaos", "--"])
        .args(["--seconds", &seconds])
        .args(seed.iter().flat_map(|seed| ["--seed", seed]))
        .with_progress()
        .run()?
        .succeeding()?;
    Ok(said.trim_end().to_owned())
}
