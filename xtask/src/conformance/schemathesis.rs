//! Schemathesis, which knows nothing of the sandbox but the contract.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use super::empty;
use super::environment::Environment;
use super::listener::Listener;
use crate::built::{SANDBOX, built};
use crate::error::Error;
use crate::files::read;
use crate::program::{Outcome, Program};

/// The contract as others get it.
const CONTRACT: &str = "openapi/published/opentact.json";
/// Where the configuration takes the credential from, so that no file has it.
const CREDENTIAL: &str = "OPENTACT_CONFORMANCE_CREDENTIAL";
/// A user with a SIP user, so that each kind of credential is there, and somebody else.
const POPULATION: [&str; 6] = [
    "--user",
    "ann@example.com:made-up password",
    "--sip-user",
    "ann@example.com,1000@example.sip.opentact.org:made-up SIP password",
    "--user",
    "bob@example.com:another made-up password",
];

/// One run against a sandbox of its own.
struct Run {
    /// What the generated cases follow from.
    seed: &'static str,
    /// The scheme whose credential is good; those of all others are generated.
    ///
    /// None of these is an API token, of which `deleteAllTokens` would leave none.
    scheme: &'static str,
    /// What the command prints before the credential.
    printed: &'static str,
    /// How else the sandbox is started.
    arguments: &'static [&'static str],
}

const RUNS: [Run; 3] = [
    Run {
        seed: "1",
        scheme: "jwt",
        printed: "X-Auth-Token: ",
        arguments: &[],
    },
    Run {
        seed: "2",
        scheme: "googleQuery",
        printed: "?google_token=",
        arguments: &["--create-status", "200"],
    },
    Run {
        seed: "3",
        scheme: "ha1b",
        printed: "X-Auth-HA1B-Token: ",
        arguments: &["--show-tokens"],
    },
];

/// Has the sandbox judged from so many seeds, after a contract that it does not keep was seen red.
pub(super) fn judge(
    root: &Path,
    environment: &Environment,
    seeds: u8,
    say: &dyn Fn(&str),
) -> Result<(), Error> {
    let judge = Judge {
        root,
        program: environment.program("st"),
        sandbox: built(root, &["--workspace", "--bin"], SANDBOX)?,
    };
    let contract = read(root, CONTRACT)?;
    let only = [
        "--include-operation-id",
        "authenticate",
        "--phases",
        "coverage",
    ];
    let wrong = judge.run("wrong", &RUNS[0], &planted(&contract)?, &only)?;
    let red = wrong.failing()?;
    if !red.contains("\"planted\" is a required property") {
        let message = format!("it misses the fault that is planted:\n{red}");
        return Err(Error::failed("schemathesis", message));
    }
    say("schemathesis: finds a fault that is planted in the contract");
    for run in RUNS.iter().take(seeds.into()) {
        let begun = Instant::now();
        let name = format!("seed-{}", run.seed);
        // From one seed alone, what has been without findings so far.
        let tags = ["Auth", "Tokens", "Subscriptions"].map(|tag| ["--include-tag", tag]);
        let only = if seeds == 1 { tags.as_flattened() } else { &[] };
        let said = judge.run(&name, run, &contract, only)?;
        let said = said.succeeding_at(&name)?;
        let cases = said.lines().find(|line| line.contains(" generated, "));
        let cases = cases.unwrap_or_default().trim();
        let (scheme, seconds) = (run.scheme, begun.elapsed().as_secs());
        say(&format!("{name} ({scheme}): {cases}, {seconds} s"));
    }
    Ok(())
}

/// The contract with one lie: a login has to answer with a field that there is not.
fn planted(contract: &str) -> Result<String, Error> {
    let mut contract: Value =
        serde_json::from_str(contract).map_err(|error| Error::failed(CONTRACT, error))?;
    contract["components"]["schemas"]["AuthenticateResponse"]["required"] = json!(["planted"]);
    Ok(contract.to_string())
}

/// Who judges, and whom.
struct Judge<'r> {
    root: &'r Path,
    program: String,
    sandbox: PathBuf,
}

impl Judge<'_> {
    /// Starts a sandbox and has it judged by a contract; the reports are in a folder of that name.
    fn run(&self, name: &str, run: &Run, contract: &str, more: &[&str]) -> Result<Outcome, Error> {
        let sandbox = Listener::start(
            Command::new(&self.sandbox)
                .current_dir(self.root)
                .args(["--listen", "127.0.0.1:0", "--print-credentials"])
                .args(POPULATION)
                .args(run.arguments)
                .stdout(Stdio::piped()),
        )?;
        // Ann comes first.
        let mut lines = sandbox.said.lines();
        let credential = lines.find_map(|line| line.trim_start().strip_prefix(run.printed));
        let credential = credential.ok_or_else(|| {
            let message = format!("it prints no credential for {}", run.scheme);
            Error::failed(SANDBOX, message)
        })?;
        let folder = empty(self.root, name)?;
        let write = |file: &str, text: &str| {
            fs::write(folder.join(file), text).map_err(Error::unwritten(folder.join(file)))
        };
        write("contract.json", contract)?;
        write("schemathesis.toml", &configuration(run.scheme))?;
        let outcome = Program::new(&self.program, &folder)
            .variable(CREDENTIAL, credential)
            .args(["--config-file", "schemathesis.toml", "run", "contract.json"])
            .args(["--url", &sandbox.url, "--checks", "all", "--seed", run.seed])
            .args(["--max-examples", "100", "--continue-on-failure"])
            .args(["--no-color", "--request-timeout", "10"])
            .args(["--report", "html", "--report-html-path", "html"])
            .args(more.iter().copied())
            .run()?;
        write("report.txt", &outcome.said)?;
        Ok(outcome)
    }
}

/// A credential for one scheme. What leaves the sandbox unexercised, such as a credential that opens
/// nothing, is a warning, and fails. Links are those that the contract states: a guessed one puts the
/// value of a token where its uuid belongs.
fn configuration(scheme: &str) -> String {
    format!(
        "[auth.openapi.{scheme}]\n\
         api_key = \"${{{CREDENTIAL}}}\"\n\
         [warnings]\n\
         fail-on = true\n\
         [phases.stateful.inference]\n\
         algorithms = [\"location-headers\"]\n"
    )
}
