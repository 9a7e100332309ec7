//! The Autobahn cases, against the sandbox's side of a WebSocket and against the client's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::empty;
use super::environment::Environment;
use super::listener::Listener;
use crate::built::built;
use crate::error::Error;
use crate::program::Program;

const WHAT: &str = "autobahn";
/// How many cases there are without compression.
const CASES: usize = 301;
/// The groups about compression, which neither side offers.
const EXCLUDED: [&str; 4] = ["--exclude", "12.*", "--exclude", "13.*"];
/// The program that runs the cases.
const KOSOKU: &str = "kosoku";
/// The sandbox's side: listens, and echoes by the library of the event service.
const SERVER: &str = "websocket_echo";
/// The client's side: connects, and echoes by the socket of the event stream.
const CLIENT: &str = "event_socket_echo";

/// Has the sandbox's side judged; what came of it.
pub(super) fn server(root: &Path, environment: &Environment) -> Result<String, Error> {
    let mut echo = Command::new(built(root, &["--workspace", "--example"], SERVER)?);
    let echo = Listener::start(echo.stdout(Stdio::piped()))?;
    let folder = empty(root, "autobahn")?;
    let outcome = Program::new(&environment.program(KOSOKU), root)
        .args(["--mode", "fuzzingclient"])
        .args(EXCLUDED)
        .args(["--outdir", &folder.to_string_lossy(), &echo.url])
        .run()?;
    verdict("the sandbox", &folder, &outcome.everything())
}

/// Has the client's side judged; what came of it.
pub(super) fn client(root: &Path, environment: &Environment) -> Result<String, Error> {
    let echo = built(root, &["--workspace", "--example"], CLIENT)?;
    let folder = empty(root, "autobahn-client")?;
    let mut kosoku = Command::new(environment.program(KOSOKU));
    kosoku
        .args(["--mode", "fuzzingserver"])
        .args(EXCLUDED)
        .args(["--outdir", &folder.to_string_lossy(), "127.0.0.1:0"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let server = Listener::start(&mut kosoku)?;
    Program::new(&echo.to_string_lossy(), root)
        .args([server.url.as_str()])
        .run()?
        .succeeding()?;
    // It writes the report when the client has asked for it, and ends.
    verdict("the client", &folder, &server.rest()?)
}

/// What the report in a folder says, if every case is as it has to be. How the program ended says
/// less; what it said is told where there is no report.
fn verdict(whose: &str, folder: &Path, said: &str) -> Result<String, Error> {
    let report = fs::read_to_string(folder.join("index.json"));
    judge(whose, &report.map_err(|_| Error::failed(WHAT, said))?)
}

/// What a report says. A case that is not strictly what the RFC asks for, or is closed in another
/// way, is a failure as well; what says nothing of right or wrong (`INFORMATIONAL`) is none.
fn judge(whose: &str, report: &str) -> Result<String, Error> {
    let report: BTreeMap<String, BTreeMap<String, Value>> =
        serde_json::from_str(report).map_err(|error| Error::failed(WHAT, error))?;
    let cases: Vec<_> = report.values().flatten().collect();
    let fine = |it: &Value| it == "OK" || it == "INFORMATIONAL";
    let bad: Vec<_> = cases
        .iter()
        .filter(|(_, case)| !fine(&case["behavior"]) || !fine(&case["behaviorClose"]))
        .map(|(name, case)| {
            let (behavior, close) = (&case["behavior"], &case["behaviorClose"]);
            format!("{name} {behavior}, closed {close}")
        })
        .collect();
    let informational = cases
        .iter()
        .filter(|it| it.1["behavior"] == "INFORMATIONAL");
    match (cases.len(), bad.as_slice()) {
        (CASES, []) => Ok(format!(
            "autobahn, {whose}: {CASES} of {CASES} cases, {} of them informational",
            informational.count()
        )),
        (count, []) => Err(Error::failed(
            WHAT,
            format!("{whose}: {count} cases were run instead of {CASES}"),
        )),
        (_, bad) => Err(Error::Findings(format!(
            "autobahn, {whose}: {}",
            bad.join("; ")
        ))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(last: [&str; 2], count: usize) -> String {
        let case = |number| {
            let [behavior, close] = if number == count { last } else { ["OK", "OK"] };
            let case = json!({ "behavior": behavior, "behaviorClose": close });
            (format!("1.{number}"), case)
        };
        let cases: serde_json::Map<_, _> = (1..=count).map(case).collect();
        json!({ "echo": cases }).to_string()
    }

    #[test]
    fn every_case_has_to_be_there_and_as_it_should() {
        let fine = judge("it", &report(["INFORMATIONAL", "INFORMATIONAL"], CASES)).unwrap();
        assert_eq!(
            fine,
            "autobahn, it: 301 of 301 cases, 1 of them informational"
        );
        assert!(judge("it", &report(["OK", "OK"], CASES - 1)).is_err());
        for bad in ["FAILED", "NON-STRICT", "UNIMPLEMENTED", "UNCLEAN"] {
            for last in [[bad, "OK"], ["OK", bad]] {
                let error = judge("it", &report(last, CASES)).unwrap_err().to_string();
                let [behavior, close] = last;
                let told = format!("1.{CASES} \"{behavior}\", closed \"{close}\"");
                assert!(error.contains(&told), "{error}");
            }
        }
    }
}
