//! Schemathesis, at the pinned version, and how it is run.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::FOLDER;
use super::findings::Findings;
use super::run::Run;
use super::sandbox::Sandbox;
use crate::error::Error;
use crate::files::{read, read_if_any};
use crate::program::Program;

const PINS: &str = "tests/conformance/requirements.txt";
const STAMP: &str = "target/conformance/environment/.installed";
/// Where the configuration takes the credential from, so that no file has it.
const CREDENTIAL: &str = "OPENTACT_CONFORMANCE_CREDENTIAL";
/// The phases, all that there are.
pub(super) const PHASES: [&str; 4] = ["examples", "coverage", "fuzzing", "stateful"];

/// An installation in a virtual environment of its own.
#[derive(Debug)]
pub(super) struct Schemathesis {
    folder: PathBuf,
    program: PathBuf,
}

impl Schemathesis {
    /// Installs it unless it is there as pinned.
    pub(super) fn install(root: &Path, progress: &dyn Fn(&str)) -> Result<Self, Error> {
        let folder = root.join(FOLDER);
        fs::create_dir_all(&folder).map_err(write(FOLDER))?;
        let pins = read(root, PINS)?;
        let environment = folder.join("environment");
        if read_if_any(root, STAMP)?.as_ref() != Some(&pins) {
            progress("Schemathesis is being installed");
            Program::new("python3", root)
                .args(["-m", "venv", "--clear"])
                .paths([&environment])
                .run()?
                .succeeding()?;
            let python = environment.join("bin/python");
            Program::new(&python.to_string_lossy(), root)
                .args(["-m", "pip", "install", "--quiet", "--no-deps"])
                .args(["--disable-pip-version-check", "--requirement", PINS])
                .run()?
                .succeeding()?;
            fs::write(root.join(STAMP), &pins).map_err(write(STAMP))?;
        }
        let program = environment.join("bin/st");
        Ok(Self { folder, program })
    }

    /// Another program of the same environment.
    pub(super) fn beside(&self, name: &str) -> PathBuf {
        self.program.with_file_name(name)
    }

    /// Judges a sandbox by a contract and reads what was found.
    pub(super) fn judge(
        &self,
        run: &Run,
        contract: &Value,
        sandbox: &Sandbox,
    ) -> Result<Findings, Error> {
        let folder = self.folder.join(run.name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(write(FOLDER))?;
        }
        fs::create_dir_all(&folder).map_err(write(FOLDER))?;
        for (name, text) in [
            ("contract.json", contract.to_string()),
            ("schemathesis.toml", configuration(run)),
        ] {
            fs::write(folder.join(name), text).map_err(write(name))?;
        }
        let outcome = Program::new(&self.program.to_string_lossy(), &folder)
            .variable(CREDENTIAL, &sandbox.credential)
            .args(["--config-file", "schemathesis.toml", "run", "contract.json"])
            .args(["--url", &sandbox.base_url, "--checks", "all"])
            .args(["--phases", &PHASES.join(",")])
            .args(["--seed", &run.seed.to_string()])
            .args(["--max-examples", &run.cases.to_string()])
            .args([
                "--continue-on-failure",
                "--no-color",
                "--request-timeout",
                "10",
            ])
            .args(["--report", "junit,ndjson,html"])
            .args(["--report-junit-path", "junit.xml"])
            .args(["--report-ndjson-path", "events.ndjson"])
            .args(["--report-html-path", "html"])
            .run()?;
        let said = outcome.said().to_owned();
        fs::write(folder.join("report.txt"), &said).map_err(write("report.txt"))?;
        let events = folder.join("events.ndjson");
        let events = fs::read_to_string(&events).map_err(|_| Error::Failed {
            what: "schemathesis".to_owned(),
            // What it said before it could begin.
            message: outcome.everything(),
        })?;
        Ok(Findings::read(&events, said, outcome.succeeded()))
    }
}

/// The credential of one scheme; links as the contract states them and no others: a guessed one
/// puts the value of a token where its uuid belongs.
fn configuration(run: &Run) -> String {
    let (scheme, more) = (run.scheme, run.configuration);
    format!(
        "[auth.openapi.{scheme}]\n\
         api_key = \"${{{CREDENTIAL}}}\"\n\
         [phases.stateful.inference]\n\
         algorithms = [\"location-headers\"]\n{more}"
    )
}

fn write(file: &str) -> impl FnOnce(std::io::Error) -> Error {
    let file = file.to_owned();
    |source| Error::Write { file, source }
}
