//! The event service before strangers: the Autobahn cases, and Python's websockets.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::FOLDER;
use super::sandbox::Binary;
use super::schemathesis::Schemathesis;
use crate::error::Error;
use crate::program::Program;
use crate::release::executable;

/// The program that echoes by the library of the event service.
const ECHO: &str = "websocket_echo";
/// How many cases there are without compression, which is groups 12 and 13.
const CASES: usize = 301;
const PEER: &str = "tests/conformance/event_service.py";

/// The running echo; dropping it ends it.
#[derive(Debug)]
struct Echo {
    process: Child,
    url: String,
}

/// Has the echo judged by the Autobahn cases; what came of it.
pub(super) fn autobahn(root: &Path, tools: &Schemathesis) -> Result<String, Error> {
    let echo = Echo::start(root)?;
    let folder = root.join(FOLDER).join("autobahn");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| failed(error.to_string()))?;
    }
    let kosoku = tools.beside("kosoku");
    let outcome = Program::new(&kosoku.to_string_lossy(), root)
        .args([
            "--mode",
            "fuzzingclient",
            "--exclude",
            "12.*",
            "--exclude",
            "13.*",
        ])
        .args(["--outdir", &folder.to_string_lossy(), &echo.url])
        .run()?;
    // How it ends says less than its report.
    let report =
        fs::read_to_string(folder.join("index.json")).map_err(|_| failed(outcome.everything()))?;
    verdict(&report)
}

/// Has Python's websockets use the event service of the command; what it looked at.
pub(super) fn peer(root: &Path, tools: &Schemathesis, binary: &Binary) -> Result<String, Error> {
    let python = tools.beside("python");
    let said = Program::new(&python.to_string_lossy(), root)
        .args([PEER, &binary.program.to_string_lossy()])
        .run()?
        .succeeding_at("Python's websockets")?;
    Ok(format!("Python's websockets: {}", said.trim()))
}

/// What a report says, if every case is as it has to be.
fn verdict(report: &str) -> Result<String, Error> {
    let report: BTreeMap<String, BTreeMap<String, Value>> =
        serde_json::from_str(report).map_err(|error| failed(error.to_string()))?;
    let cases: Vec<_> = report.values().flatten().collect();
    let fine = |it: &Value| it == "OK" || it == "INFORMATIONAL";
    let bad: Vec<_> = cases
        .iter()
        .filter(|(_, case)| !fine(&case["behavior"]) || !fine(&case["behaviorClose"]))
        .map(|(name, case)| format!("{name} {}", case["behavior"]))
        .collect();
    match (cases.len(), bad.as_slice()) {
        (CASES, []) => Ok(format!("autobahn: {CASES} of {CASES} cases")),
        (count, []) => Err(failed(format!("{count} cases were run instead of {CASES}"))),
        (_, bad) => Err(Error::Findings(format!("autobahn: {}", bad.join(", ")))),
    }
}

impl Echo {
    /// Builds it and starts it on a free port.
    fn start(root: &Path) -> Result<Self, Error> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let said = Program::new(&cargo.to_string_lossy(), root)
            .args(["build", "--quiet", "--package", "opentact-sandbox"])
            .args(["--example", ECHO, "--message-format", "json"])
            .run()?
            .succeeding()?;
        let program = executable(&said, ECHO).ok_or_else(|| failed("the echo was not built"))?;
        let mut process = Command::new(program)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|source| Error::Run {
                what: ECHO.to_owned(),
                source,
            })?;
        let said = process.stdout.take().map(BufReader::new);
        let mut echo = Self {
            process,
            url: String::new(),
        };
        let line = said.and_then(|said| said.lines().next()?.ok());
        let url = line
            .as_deref()
            .and_then(|it| it.strip_prefix("listening on "));
        url.ok_or_else(|| failed("the echo did not say where it listens"))?
            .clone_into(&mut echo.url);
        Ok(echo)
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn failed(message: impl Into<String>) -> Error {
    Error::Failed {
        what: "autobahn".to_owned(),
        message: message.into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(last: &str, count: usize) -> String {
        let case = |number| {
            let behavior = if number == count { last } else { "OK" };
            let case = json!({ "behavior": behavior, "behaviorClose": "OK" });
            (format!("1.{number}"), case)
        };
        let cases: serde_json::Map<_, _> = (1..=count).map(case).collect();
        json!({ "echo": cases }).to_string()
    }

    #[test]
    fn every_case_has_to_be_there_and_as_it_should() {
        assert!(verdict(&report("INFORMATIONAL", CASES)).is_ok());
        assert!(verdict(&report("OK", CASES - 1)).is_err());
        for bad in ["FAILED", "NON-STRICT", "UNIMPLEMENTED", "UNCLEAN"] {
            let error = verdict(&report(bad, CASES)).unwrap_err().to_string();
            assert!(error.contains(&format!("1.{CASES} \"{bad}\"")), "{error}");
        }
    }
}
