//! The event service before a stranger: Python's websockets.

use std::path::Path;

use super::sandbox::Binary;
use super::schemathesis::Schemathesis;
use crate::error::Error;
use crate::program::Program;

const SCRIPT: &str = "tests/conformance/event_service.py";

/// Has Python's websockets use the event service of the command; what it looked at.
pub(super) fn judge(root: &Path, tools: &Schemathesis, binary: &Binary) -> Result<String, Error> {
    let python = tools.beside("python");
    let said = Program::new(&python.to_string_lossy(), root)
        .args([SCRIPT, &binary.program.to_string_lossy()])
        .run()?
        .succeeding_at("Python's websockets")?;
    Ok(format!("Python's websockets: {}", said.trim()))
}
