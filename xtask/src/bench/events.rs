//! `cargo xtask bench events`: frames of the event service read as events, beside `serde_json::Value`.

use std::fs;
use std::path::Path;

use super::{FOLDER, report};
use crate::error::Error;
use crate::program::Program;

/// What measures, and fails where it is below what is promised.
const ARGUMENTS: [&str; 6] = [
    "bench",
    "--quiet",
    "--package",
    "opentact",
    "--bench",
    "event_decoding",
];

/// Measures and writes the report.
///
/// # Errors
///
/// When the benchmark does not build, or the events are read slower than promised.
pub(crate) fn events(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("the benchmark is being built and run");
    let table = Program::new(env!("CARGO"), root).args(ARGUMENTS).run()?;
    let table = table.succeeding()?;
    let report = format!("{}.\n\n{table}", report::measured(root)?);
    let file = format!("{FOLDER}/events.md");
    let written =
        fs::create_dir_all(root.join(FOLDER)).and_then(|()| fs::write(root.join(&file), &report));
    match written {
        Ok(()) => Ok(format!("{report}\n{file}")),
        Err(source) => Err(Error::Write { file, source }),
    }
}
