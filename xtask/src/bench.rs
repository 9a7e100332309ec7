//! `cargo xtask bench`: figures of what this workspace builds, measured beside what others use.

mod compile;
mod load;
mod process;
mod report;
mod sandbox;

use std::path::Path;

use crate::error::Error;
use crate::program::Program;
pub(crate) use compile::compile;
pub(crate) use sandbox::sandbox;

/// Frames of the event service read as events, beside `serde_json::Value`.
///
/// # Errors
///
/// When the benchmark does not build, or the events are read slower than promised.
pub(crate) fn events(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("the benchmark is being built and run");
    let benchmark = ["--package", "opentact", "--bench", "event_decoding"];
    let table = Program::new(env!("CARGO"), root)
        .args(["bench", "--quiet"])
        .args(benchmark)
        .run()?
        .succeeding()?;
    report::write(root, "target/bench/events.md", &table)
}
