//! The sandbox as its users run it: built for speed.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::Error;
use crate::program::Program;

const NAME: &str = "opentact-sandbox";

/// Builds the command; where it is.
///
/// # Errors
///
/// When it does not build.
pub(crate) fn sandbox(root: &Path) -> Result<PathBuf, Error> {
    let arguments = ["build", "--quiet", "--release", "--package", NAME];
    let said = Program::new(env!("CARGO"), root)
        .args(arguments)
        .args(["--bin", NAME, "--message-format", "json"])
        .run()?
        .succeeding()?;
    executable(&said, NAME).ok_or_else(|| Error::failed(NAME, "it was not built"))
}

/// The program of this name among cargo's messages.
pub(crate) fn executable(messages: &str, name: &str) -> Option<PathBuf> {
    let messages = messages.lines();
    let mut messages = messages.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.find_map(|message| {
        let of_name = message["target"]["name"] == name;
        message["executable"]
            .as_str()
            .filter(|_| of_name)
            .map(PathBuf::from)
    })
}
