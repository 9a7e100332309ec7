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

/// A benchmark of the SDK, by the name that Cargo has for it.
///
/// # Errors
///
/// When the benchmark does not build, or misses what is promised.
pub(crate) fn sdk(name: &str, root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("the benchmark is being built and run");
    let table = Program::new(env!("CARGO"), root)
        .args(["bench", "--quiet", "--package", "opentact", "--bench", name])
        .run()?
        .succeeding()?;
    report::write(root, &format!("target/bench/{name}.md"), &table)
}
