//! `cargo xtask chaos`, `durability` and `soak`: tests that work for as long as they are told.

use std::path::Path;

use crate::error::Error;
use crate::flags::{Chaos, Durability, Soak};
use crate::program::Program;
use crate::release;

/// Event streams whose connections are dropped at random.
///
/// # Errors
///
/// When an event came twice, out of order or not at all without an announced gap.
pub(crate) fn chaos(root: &Path, flags: &Chaos) -> Result<String, Error> {
    let seconds = flags.seconds.to_string();
    test(root, "chaos", &["--seconds", &seconds], flags.seed)
}

/// The sandbox, killed as often as asked.
///
/// # Errors
///
/// When a write was lost, or a deleted token returned.
pub(crate) fn durability(root: &Path, flags: &Durability) -> Result<String, Error> {
    let kills = flags.kills.to_string();
    test(root, "durability", &["--kills", &kills], flags.seed)
}

/// A release build of the sandbox under full load.
///
/// # Errors
///
/// When a request failed, the sandbox's memory grew, or a write was lost.
pub(crate) fn soak(root: &Path, flags: &Soak) -> Result<String, Error> {
    let command = release::sandbox(root)?.display().to_string();
    let options = ["--soak", &flags.seconds.to_string(), "--command", &command];
    test(root, "durability", &options, None)
}

/// Runs the test with these options; its counts.
fn test(root: &Path, name: &str, options: &[&str], seed: Option<u64>) -> Result<String, Error> {
    let seed = seed.map(|seed| seed.to_string());
    let said = Program::new(env!("CARGO"), root)
        // Of the whole workspace, so that what its tests have built is used.
        .args(["test", "--quiet", "--workspace", "--test", name, "--"])
        .args(options.iter().copied())
        .args(seed.iter().flat_map(|seed| ["--seed", seed]))
        .with_progress()
        .run()?
        .succeeding()?;
    Ok(said.trim_end().to_owned())
}
