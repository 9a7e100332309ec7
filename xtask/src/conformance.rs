//! `cargo xtask conformance`: the sandbox before Schemathesis, which knows nothing but the contract;
//! both sides of the event service before the Autobahn cases; the service before a stranger.

mod autobahn;
mod findings;
mod listener;
mod run;
mod sandbox;
mod schemathesis;
mod websockets;
mod wrong_contract;

use std::path::Path;
use std::time::Instant;

use clap::ValueEnum;
use serde_json::Value;

use crate::error::Error;
use crate::files::read;
use findings::Findings;
use run::{RUNS, Run};
use sandbox::Binary;
use schemathesis::Schemathesis;

/// The contract as others get it.
const CONTRACT: &str = "openapi/published/opentact.json";
/// Everything that the task leaves, the reports among it.
const FOLDER: &str = "target/conformance";

/// What there is to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The sandbox, by Schemathesis and the contract.
    Contract,
    /// Both sides of the event service, by the Autobahn cases.
    Autobahn,
    /// The event service, by Python's websockets.
    Websockets,
}

/// Has others judge what this workspace builds: everything, or some parts alone.
pub(crate) fn conformance(
    root: &Path,
    only: &[Part],
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    let wanted = |part| only.is_empty() || only.contains(&part);
    let tools = Schemathesis::install(root, progress)?;
    let mut lines = Vec::new();
    let mut complaints = Vec::new();
    if wanted(Part::Contract) {
        let (found, wrong) = contract(root, &tools, progress)?;
        lines.extend(found);
        complaints.extend(wrong);
    }
    if wanted(Part::Autobahn) {
        lines.push(autobahn::server(root, &tools)?);
        lines.push(autobahn::client(root, &tools)?);
    }
    if wanted(Part::Websockets) {
        lines.push(websockets::judge(root, &tools, &Binary::build(root)?)?);
    }
    lines.push(format!("reports: {FOLDER}"));
    let report = lines.join("\n");
    if complaints.is_empty() {
        return Ok(report);
    }
    Err(Error::Findings(format!(
        "{}\n{report}",
        complaints.join("\n")
    )))
}

/// Has Schemathesis judge the sandbox, once for each run, after it has shown that it can find
/// something: in a contract that is wrong on purpose. What there is to tell, and to complain of.
fn contract(
    root: &Path,
    schemathesis: &Schemathesis,
    progress: &dyn Fn(&str),
) -> Result<(Vec<String>, Vec<String>), Error> {
    let contract: Value =
        serde_json::from_str(&read(root, CONTRACT)?).map_err(|error| Error::Failed {
            what: CONTRACT.to_owned(),
            message: error.to_string(),
        })?;
    let binary = Binary::build(root)?;
    let judge = |run: &Run, contract: &Value| {
        let sandbox = binary.start(run)?;
        let begun = Instant::now();
        let found = schemathesis.judge(run, contract, &sandbox)?;
        Ok::<(Findings, u64), Error>((found, begun.elapsed().as_secs()))
    };

    let (red, seconds) = judge(&Run::WRONG, &wrong_contract::of(&contract))?;
    let mut lines = vec![wrong_contract::proof(&red)?];
    progress(&format!("{}: {seconds} s", Run::WRONG.name));
    let mut complaints = Vec::new();
    for run in &RUNS {
        let (found, seconds) = judge(run, &contract)?;
        progress(&format!("{}: {seconds} s", run.name));
        lines.push(format!(
            "{} ({}): {}, {seconds} s",
            run.name,
            run.scheme,
            found.summary()
        ));
        complaints.extend(
            found
                .complaints(&contract)
                .into_iter()
                .map(|complaint| format!("{}: {complaint}", run.name)),
        );
    }
    Ok((lines, complaints))
}
