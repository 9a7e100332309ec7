//! `cargo xtask conformance`: the sandbox before Schemathesis, which knows nothing but the contract,
//! and its event service before the Autobahn cases and a stranger.

mod findings;
mod run;
mod sandbox;
mod schemathesis;
mod websocket;
mod wrong_contract;

use std::path::Path;
use std::time::Instant;

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

/// Has others judge the sandbox: Schemathesis, once for each run, after it has shown that it can find
/// something: in a contract that is wrong on purpose.
pub(crate) fn conformance(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    let contract: Value =
        serde_json::from_str(&read(root, CONTRACT)?).map_err(|error| Error::Failed {
            what: CONTRACT.to_owned(),
            message: error.to_string(),
        })?;
    let schemathesis = Schemathesis::install(root, progress)?;
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
    lines.push(websocket::autobahn(root, &schemathesis)?);
    lines.push(websocket::peer(root, &schemathesis, &binary)?);
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
