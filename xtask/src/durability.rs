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
    let kills = kills.to_string();
    let seed = seed.map(|seed| seed.to_string());
    let test = [
        "test",
        "--quiet",
        "-p",
        "opentact-sandbox",
        "--test",
        "durability",
        "--",
        "--kills",
        &kills,
    ];
    let seed = seed.iter().flat_map(|seed| ["--seed", seed]);
    Program::new(env!("CARGO"), root)
        .args(test.into_iter().chain(seed))
        .run()?
        .succeeding()
        .map(|said| said.trim_end().to_owned())
}
