//! `cargo xtask bench sandbox`: the sandbox's start, memory and speed, beside Prism and emulate.

use std::fs;
use std::path::Path;

use super::load;
use super::process::{Process, Start};
use super::report::{self, Column};
use super::spread::Spread;
use super::{FOLDER, peers};
use crate::error::Error;
use crate::release;

/// What the API token of the seed is.
const TOKEN: &str = "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp";
/// `demo@example.com:demo password`, as Basic carries it.
const BASIC: &str = "Authorization: Basic ZGVtb0BleGFtcGxlLmNvbTpkZW1vIHBhc3N3b3Jk";
/// The account that emulate's Twilio has, as Basic carries it.
const TWILIO: &str = "Authorization: Basic \
    QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDp0d2lsaW9fdGVzdF9hdXRoX3Rva2Vu";

/// How often each measurement of speed is made, all servers in turn.
const ROUNDS: usize = 3;

/// How many connections are open at once.
const CONNECTIONS: [u32; 2] = [1, 16];

/// A server with what is asked of it.
struct Subject {
    title: &'static str,
    start: Start,
    /// How often it is started; each time it finds the files that the last one left.
    starts: u32,
    list: Load,
    login: Option<Load>,
}

/// A request, and how often it is sent in each round and over each number of connections.
struct Load {
    request: String,
    count: u32,
}

/// Measures and writes the report.
///
/// # Errors
///
/// When a server does not start, or answers what it is asked with something else than 200.
pub(crate) fn sandbox(root: &Path, starts: u32, progress: &dyn Fn(&str)) -> Result<String, Error> {
    let modules = peers::install(root, progress)?;
    progress("the sandbox is being built");
    let program = release::sandbox(root)?;
    let folder = root.join(FOLDER);
    let write = |file: &str, text: &str| {
        fs::write(folder.join(file), text).map_err(|source| Error::Write {
            file: format!("{FOLDER}/{file}"),
            source,
        })
    };
    write("seed.yaml", &seed())?;
    for file in ["data", "data-wal", "data-shm", "data-lock"] {
        // Most often none is there.
        let _ = fs::remove_file(folder.join(file));
    }

    let subjects = subjects(root, &program, &modules, starts);
    let mut columns = Vec::new();
    let mut running = Vec::new();
    for subject in &subjects {
        progress(&format!("{} is started", subject.title));
        let (column, process) = started(subject, &folder)?;
        columns.push(column);
        running.push(process);
    }
    for round in 1..=ROUNDS {
        progress(&format!("load, round {round} of {ROUNDS}"));
        for ((subject, process), column) in subjects.iter().zip(&running).zip(&mut columns) {
            asked(subject, process, column)?;
        }
    }
    let report = report::of(root, &columns)?;
    write("sandbox.md", &report)?;
    Ok(format!("{report}\n{FOLDER}/sandbox.md"))
}

/// The user with its token, the same for memory and data file.
fn seed() -> String {
    let token = format!("{{name: ci, token: {TOKEN}, ttl: 31536000}}");
    let user = "email: demo@example.com, password: demo password";
    format!("users: [{{{user}, tokens: [{token}]}}]\n")
}

/// The sandbox twice, and its peers.
fn subjects(root: &Path, program: &Path, modules: &Path, starts: u32) -> [Subject; 4] {
    let list = |header: &str| load::get("/rest/token/list", header);
    let bearer = format!("Authorization: Bearer {TOKEN}");
    let login = |count| {
        let request = load::get("/rest/auth", BASIC);
        Some(Load { request, count })
    };
    let sandbox = |title, more: &[&str]| {
        let arguments = [&["--seed", "seed.yaml"], more].concat();
        Subject {
            title,
            start: Start {
                program: program.to_owned(),
                arguments: arguments.into_iter().map(str::to_owned).collect(),
                port: ("--listen", "127.0.0.1:"),
                ready: Some("listening on "),
                request: list(&bearer),
            },
            starts,
            list: Load {
                request: list(&bearer),
                count: 5000,
            },
            login: login(48),
        }
    };
    let node = |title, package: &str, arguments: &[&str], request: String| {
        let script = modules.join(package).join("dist/index.js");
        let script = script.to_string_lossy().into_owned();
        let arguments = arguments.iter().map(|it| (*it).to_owned());
        Subject {
            title,
            start: Start {
                program: "node".into(),
                arguments: [script].into_iter().chain(arguments).collect(),
                port: ("--port", ""),
                ready: None,
                request: request.clone(),
            },
            starts: starts.min(3),
            // emulate takes 5,000 an hour.
            list: Load {
                request,
                count: 320,
            },
            login: None,
        }
    };
    let contract = root.join("openapi/published/opentact.json");
    let contract = contract.to_string_lossy();
    let prism = node(
        "Prism",
        "@stoplight/prism-cli",
        &["mock", &contract],
        list(&bearer),
    );
    let messages = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json";
    [
        sandbox("sandbox, in memory", &[]),
        sandbox("sandbox, data file", &["--data", "data"]),
        Subject {
            login: login(160),
            ..prism
        },
        node(
            "emulate (Twilio)",
            "emulate",
            &["start", "--service", "twilio"],
            load::get(messages, TWILIO),
        ),
    ]
}

/// Starts a server as often as it should be; the last one stays.
fn started(subject: &Subject, folder: &Path) -> Result<(Column, Process), Error> {
    let mut process = Process::start(&subject.start, folder)?;
    let (mut ready, mut answered) = (Vec::new(), Vec::new());
    let (mut cpu, mut memory) = (Vec::new(), Vec::new());
    for number in 1.. {
        ready.extend(process.ready_ms);
        answered.push(process.answered_ms);
        cpu.extend(process.cpu_ms());
        memory.extend(process.resident_mb());
        if number >= subject.starts {
            break;
        }
        drop(process);
        process = Process::start(&subject.start, folder)?;
    }
    let column = Column {
        title: subject.title,
        starts: subject.starts,
        ready_ms: Spread::of(ready),
        answered_ms: Spread::of(answered),
        start_cpu_ms: Spread::of(cpu),
        start_mb: Spread::of(memory),
        ..Column::default()
    };
    Ok((column, process))
}

/// Sends what is asked of a server in one round.
fn asked(subject: &Subject, process: &Process, column: &mut Column) -> Result<(), Error> {
    let send = |load: &Load, connections: u32| {
        let before = process.cpu_ms();
        let (address, request) = (process.address, &load.request);
        let per_second = load::per_second(address, request, connections, load.count);
        let per_second = per_second.map_err(|error| Error::Failed {
            what: subject.title.to_owned(),
            message: error.to_string(),
        })?;
        let cpu_ms = process
            .cpu_ms()
            .zip(before)
            .map(|(after, before)| after - before);
        Ok::<_, Error>((per_second, cpu_ms.map(|ms| ms / f64::from(load.count))))
    };
    for connections in CONNECTIONS {
        let (per_second, cpu_ms) = send(&subject.list, connections)?;
        column
            .lists
            .entry(connections)
            .or_default()
            .push(per_second);
        column.list_cpu_ms.extend(cpu_ms);
    }
    if column.listed_mb.is_none() {
        let times = u32::try_from(CONNECTIONS.len()).unwrap_or(u32::MAX);
        column.requests = subject.list.count * times;
        column.listed_mb = process.resident_mb();
    }
    let Some(login) = &subject.login else {
        return Ok(());
    };
    for connections in CONNECTIONS {
        let (per_second, cpu_ms) = send(login, connections)?;
        column
            .logins
            .entry(connections)
            .or_default()
            .push(per_second);
        column.login_cpu_ms.extend(cpu_ms);
    }
    column.logged_in_mb = process.resident_mb();
    Ok(())
}
