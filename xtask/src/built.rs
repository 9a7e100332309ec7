//! Programs of this workspace, built to be run by a task.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::Error;
use crate::program::Program;

/// The sandbox's command.
pub(crate) const SANDBOX: &str = "opentact-sandbox";

/// Builds a program by these arguments; where it is.
///
/// # Errors
///
/// When it does not build.
pub(crate) fn built(root: &Path, arguments: &[&str], name: &str) -> Result<PathBuf, Error> {
    let said = Program::new(env!("CARGO"), root)
        .args(["build", "--quiet", "--message-format", "json"])
        .args(arguments.iter().copied().chain([name]))
        .with_progress()
        .run()?
        .succeeding()?;
    let messages = said.lines();
    let mut messages = messages.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let program = messages.find_map(|message| {
        let is_it = message["target"]["name"] == name;
        let path = message["executable"].as_str().filter(|_| is_it);
        path.map(PathBuf::from)
    });
    program.ok_or_else(|| Error::failed(name, "it was not built"))
}
