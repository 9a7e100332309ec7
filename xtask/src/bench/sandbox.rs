//! `cargo xtask bench sandbox`: the sandbox's start, memory and speed, beside Prism and emulate.

use std::fs;
use std::path::Path;

use super::load::Load;
use super::process::Process;
use super::report::{self, Column};
use crate::built::{SANDBOX, built};
use crate::error::Error;
use crate::files::emptied;
use crate::lint::{CLEAN, npm};

/// Everything that the task leaves, the report among it.
const FOLDER: &str = "target/bench";
/// What the API token of the seed is.
const TOKEN: &str = "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp";
/// `demo@example.com:demo password`, as Basic carries it.
const BASIC: &str = "Basic ZGVtb0BleGFtcGxlLmNvbTpkZW1vIHBhc3N3b3Jk";
/// The account that emulate's Twilio has, as Basic carries it.
const TWILIO: &str = "Basic \
    QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDp0d2lsaW9fdGVzdF9hdXRoX3Rva2Vu";
/// Where that account's messages are.
const MESSAGES: &str = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json";

/// How often each measurement of speed is made, all servers in turn.
const ROUNDS: usize = 3;
/// How many connections are open at once.
const CONNECTIONS: [u32; 2] = [1, 16];

/// A server with what is asked of it.
struct Subject {
    title: &'static str,
    command: Vec<String>,
    /// How often it is started; each time it finds the files that the last one left.
    starts: u32,
    list: Load,
    login: Option<Load>,
}

/// Measures and writes the report.
///
/// # Errors
///
/// When a server does not start, or answers what it is asked with something else than 200.
pub(crate) fn sandbox(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("Prism and emulate are being installed by npm");
    let peers = root.join("tests/bench");
    npm(&peers, &CLEAN)?;
    progress("the sandbox is being built");
    let program = built(root, &["--release", "--package", SANDBOX, "--bin"], SANDBOX)?;
    let folder = root.join(FOLDER);
    emptied(&folder)?;
    // The same user for memory and data file.
    let seed = format!(
        "users: [{{email: demo@example.com, password: demo password, tokens: \
         [{{name: ci, token: {TOKEN}, ttl: 31536000}}]}}]\n"
    );
    fs::write(folder.join("seed.yaml"), seed).map_err(Error::unwritten(&folder))?;

    let mut measured = Vec::new();
    for subject in subjects(root, &program, &peers) {
        progress(&format!("{} is started", subject.title));
        let mut column = Column {
            title: subject.title,
            rows: Vec::new(),
        };
        let process = started(&subject, &folder, &mut column)?;
        measured.push((subject, process, column));
    }
    for round in 1..=ROUNDS {
        progress(&format!("load, round {round} of {ROUNDS}"));
        for (subject, process, column) in &mut measured {
            let failed = |error: std::io::Error| Error::failed(subject.title, error);
            asked("list", &subject.list, process, column).map_err(failed)?;
            if let Some(login) = &subject.login {
                asked("login", login, process, column).map_err(failed)?;
            }
        }
    }
    let columns: Vec<_> = measured.into_iter().map(|(.., column)| column).collect();
    let file = format!("{FOLDER}/sandbox.md");
    report::write(root, &file, &report::table(&columns))
}

/// The sandbox twice, and its peers.
fn subjects(root: &Path, program: &Path, peers: &Path) -> [Subject; 4] {
    let load = |path, authorization: &str, count| Load {
        path,
        authorization: authorization.to_owned(),
        count,
    };
    let list = |count| load("/rest/token/list", &format!("Bearer {TOKEN}"), count);
    let login = |count| Some(load("/rest/auth", BASIC, count));
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    let program = program.to_string_lossy();
    let sandbox = |title, more: &[&str]| {
        let listen = [
            &program,
            "--seed",
            "seed.yaml",
            "--listen",
            "127.0.0.1:{port}",
        ];
        Subject {
            title,
            command: words(&[&listen, more].concat()),
            starts: 20,
            list: list(5000),
            login: login(2_000),
        }
    };
    let peer = |title, package: &str, arguments: &[&str], list, login| {
        let script = peers
            .join("node_modules")
            .join(package)
            .join("dist/index.js");
        let node = ["node", &script.to_string_lossy(), "--port", "{port}"];
        Subject {
            title,
            command: words(&[&node[..2], arguments, &node[2..]].concat()),
            starts: 3,
            list,
            login,
        }
    };
    let contract = root.join("openapi/published/opentact.json");
    let mock = ["mock", &contract.to_string_lossy()];
    let twilio = ["start", "--service", "twilio"];
    [
        sandbox("sandbox, in memory", &[]),
        sandbox("sandbox, data file", &["--data", "data"]),
        peer(
            "Prism",
            "@stoplight/prism-cli",
            &mock,
            list(320),
            login(160),
        ),
        // It takes 5,000 requests an hour.
        peer(
            "emulate (Twilio)",
            "emulate",
            &twilio,
            load(MESSAGES, TWILIO, 320),
            None,
        ),
    ]
}

/// Starts a server as often as it should be; the last one stays.
fn started(subject: &Subject, folder: &Path, column: &mut Column) -> Result<Process, Error> {
    let Subject { command, list, .. } = subject;
    let mut left = subject.starts;
    loop {
        let process = Process::start(command, folder, list)?;
        column.add("ms until the first answer", Some(process.answered_ms));
        column.add("ms of processor time until then", process.cpu_ms());
        column.add("MB resident after the start", process.resident_mb());
        left = left.saturating_sub(1);
        if left == 0 {
            return Ok(process);
        }
    }
}

/// Sends what is asked of a server in one round.
fn asked(what: &str, load: &Load, process: &Process, column: &mut Column) -> std::io::Result<()> {
    for connections in CONNECTIONS {
        let before = process.cpu_ms();
        let per_second = load.per_second(process.address, connections)?;
        column.add(
            &format!("{what}s a second, {connections} at once"),
            Some(per_second),
        );
        let used = process
            .cpu_ms()
            .zip(before)
            .map(|(after, before)| after - before);
        let each = used.map(|ms| ms / f64::from(load.count));
        column.add(&format!("ms of processor time a {what}"), each);
    }
    column.add(
        &format!("MB after the {what}s of a round"),
        process.resident_mb(),
    );
    Ok(())
}
