//! `cargo xtask conformance`: strangers who judge the sandbox, and both sides of the event service.

mod autobahn;
mod environment;
mod listener;
mod schemathesis;

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::built::{SANDBOX, built};
use crate::error::Error;
use crate::files::emptied;
use crate::program::Program;
use environment::Environment;

/// Everything that the task leaves, the reports among it.
const FOLDER: &str = "target/conformance";

/// Who judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The sandbox, by Schemathesis and the contract.
    Schemathesis,
    /// Both sides of the event service, by the Autobahn cases.
    Autobahn,
    /// The event service, by Python's websockets.
    Websockets,
}

/// Has others judge what this workspace builds: everything, or some parts alone.
pub(crate) fn conformance(
    root: &Path,
    only: &[Part],
    seeds: u8,
    say: &dyn Fn(&str),
) -> Result<String, Error> {
    let wanted = |part| only.is_empty() || only.contains(&part);
    let environment = Environment::install(root, say)?;
    if wanted(Part::Schemathesis) {
        schemathesis::judge(root, &environment, seeds, say)?;
    }
    if wanted(Part::Autobahn) {
        say(&autobahn::server(root, &environment)?);
        say(&autobahn::client(root, &environment)?);
    }
    if wanted(Part::Websockets) {
        let sandbox = built(root, &["--workspace", "--bin"], SANDBOX)?;
        let said = Program::new(&environment.program("python"), root)
            .args(["tests/conformance/event_service.py"])
            .paths([&sandbox])
            .run()?
            .succeeding_at("Python's websockets")?;
        say(&format!("Python's websockets: {}", said.trim()));
    }
    Ok(format!("reports: {FOLDER}"))
}

/// Where a report goes; what an earlier run has left there is gone.
fn empty(root: &Path, name: &str) -> Result<PathBuf, Error> {
    let folder = root.join(FOLDER).join(name);
    emptied(&folder).map(|()| folder)
}
