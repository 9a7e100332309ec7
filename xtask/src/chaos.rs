//! `cargo xtask chaos`: streams of events whose connections are dropped at random, for minutes.

use std::path::Path;

use crate::error::Error;
use crate::flags::Chaos;
use crate::program::Program;

/// Runs the test that `cargo test` runs for some seconds, and says its counts.
///
/// # Errors
///
/// When an event came twice, out of order or not at all without an announced gap.
pub(crate) fn chaos(root: &Path, flags: &Chaos) -> Result<String, Error> {
    let mut options = vec![
        "--seconds".to_owned(),
        flags.seconds.to_string(),
        "--streams".to_owned(),
        flags.streams.to_string(),
    ];
    if let Some(seed) = flags.seed {
        options.extend(["--seed".to_owned(), seed.to_string()]);
    }
    Program::new(env!("CARGO"), root)
        // Of the whole workspace, so that what its tests have built is used.
        .args(["test", "--quiet", "--workspace", "--test", "chaos", "--"])
        .args(options.iter().map(String::as_str))
        .with_progress()
        .run()?
        .succeeding()
        .map(|said| said.trim_end().to_owned())
}
