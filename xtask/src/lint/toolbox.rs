//! The folder in which the linters of npm are installed, and how they are run there.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use serde_json::Value;

use super::linted::{DOCUMENTS, name};
use crate::error::Error;
use crate::files::{read, read_if_any};

const FOLDER: &str = "target/lint";
const LOCK: &str = "openapi/lint/package-lock.json";
/// The lock that the installed packages come from; npm removes it with them.
const STAMP: &str = "target/lint/node_modules/.opentact-lock.json";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// An installation of the linters, with everything they read beside them.
#[derive(Debug)]
pub(super) struct Toolbox {
    root: PathBuf,
}

impl Toolbox {
    /// Brings the folder up to date; `None` where Node or npm is missing.
    pub(super) fn open(root: &Path) -> Result<Option<Self>, Error> {
        if !(is_there("node")? && is_there(NPM)?) {
            return Ok(None);
        }
        fs::create_dir_all(root.join(FOLDER)).map_err(|source| Error::Write {
            file: FOLDER.to_owned(),
            source,
        })?;
        let settings = [
            LOCK,
            "openapi/lint/examples.mjs",
            "openapi/lint/package.json",
            "openapi/lint/redocly.yaml",
            "openapi/lint/spectral.yaml",
            "openapi/lint/spectral-events.yaml",
        ];
        let documents = DOCUMENTS.iter().flat_map(|it| [it.file, it.broken]);
        for file in settings.into_iter().chain(documents) {
            write(
                root,
                &format!("{FOLDER}/{}", name(file)),
                &read(root, file)?,
            )?;
        }
        let lock = read(root, LOCK)?;
        if read_if_any(root, STAMP)?.as_ref() != Some(&lock) {
            install(&root.join(FOLDER))?;
            write(root, STAMP, &lock)?;
        }
        let root = root.to_owned();
        Ok(Some(Self { root }))
    }

    /// Runs a program of Node's in the folder: what it prints, and what it complains.
    ///
    /// A linter fails when it finds something, so that its status says nothing.
    pub(super) fn node(
        &self,
        command: &[&str],
        documents: &[&str],
    ) -> Result<(String, String), Error> {
        let output = Command::new("node")
            .args(command)
            .args(documents)
            .current_dir(self.root.join(FOLDER))
            .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
            .env("REDOCLY_TELEMETRY", "off")
            .output()
            .map_err(|source| not_started("node", source))?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok((text(output.stdout), text(output.stderr)))
    }

    /// The version that is installed of a package.
    pub(super) fn version(&self, package: &str) -> Result<String, Error> {
        let file = format!("{FOLDER}/node_modules/{package}/package.json");
        let text = read(&self.root, &file)?;
        let manifest: Value = serde_json::from_str(&text).unwrap_or_default();
        let version = manifest["version"].as_str().map(str::to_owned);
        version.ok_or_else(|| Error::Failed {
            what: file,
            message: "it names no version".to_owned(),
        })
    }
}

fn write(root: &Path, file: &str, text: &str) -> Result<(), Error> {
    fs::write(root.join(file), text).map_err(|source| Error::Write {
        file: file.to_owned(),
        source,
    })
}

fn is_there(program: &str) -> Result<bool, Error> {
    let mut command = Command::new(program);
    command.arg("--version").stderr(Stdio::null());
    match command.output() {
        Ok(output) => Ok(output.status.success()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(not_started(program, source)),
    }
}

/// Installs exactly what the lock says; scripts of packages do not run.
fn install(folder: &Path) -> Result<(), Error> {
    progress("the linters are being installed by npm, which takes about half a minute");
    let child = Command::new(NPM)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .arg("--loglevel=error")
        .current_dir(folder)
        .stdout(Stdio::null())
        .spawn()
        .map_err(|source| not_started(NPM, source))?;
    let status = wait(child).map_err(|source| not_started(NPM, source))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed {
        what: "npm ci".to_owned(),
        message: format!("{status}; its own words stand above"),
    })
}

fn wait(mut child: Child) -> io::Result<ExitStatus> {
    let start = Instant::now();
    let (ended, end) = mpsc::channel();
    thread::spawn(move || ended.send(child.wait()));
    loop {
        let outcome = end.recv_timeout(Duration::from_secs(5));
        let seconds = start.elapsed().as_secs();
        match outcome {
            Ok(status) => {
                progress(&format!("npm ended after {seconds} s"));
                return status;
            }
            Err(RecvTimeoutError::Timeout) => {
                progress(&format!("npm has been at it for {seconds} s"));
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(io::Error::other("nobody waits for npm any more"));
            }
        }
    }
}

fn not_started(program: &str, source: io::Error) -> Error {
    let what = program.to_owned();
    Error::Run { what, source }
}

#[expect(
    clippy::print_stderr,
    reason = "progress stands beside the report, not in it"
)]
fn progress(message: &str) {
    eprintln!("{message}");
}
