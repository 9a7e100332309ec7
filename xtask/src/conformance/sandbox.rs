//! The sandbox under test: the command, as anybody would start it.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::run::Run;
use crate::error::Error;
use crate::program::Program;
use crate::release::executable;

const NAME: &str = "opentact-sandbox";
/// A user with a SIP user, so that each kind of credential is there, and somebody else.
const POPULATION: [&str; 6] = [
    "--user",
    "ann@example.com:made-up password",
    "--sip-user",
    "ann@example.com,1000@example.sip.opentact.org:made-up SIP password",
    "--user",
    "bob@example.com:another made-up password",
];

/// The command, built.
#[derive(Debug)]
pub(super) struct Binary {
    pub(super) program: PathBuf,
    root: PathBuf,
}

impl Binary {
    /// Builds the command.
    pub(super) fn build(root: &Path) -> Result<Self, Error> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let arguments = ["build", "--quiet", "--workspace", "--bin", NAME];
        let said = Program::new(&cargo.to_string_lossy(), root)
            .args(arguments)
            .args(["--message-format", "json"])
            .run()?
            .succeeding()?;
        let program = executable(&said, NAME).ok_or_else(|| failed("it was not built"))?;
        let root = root.to_owned();
        Ok(Self { program, root })
    }

    /// Starts a sandbox on a free port and waits until it listens.
    pub(super) fn start(&self, run: &Run) -> Result<Sandbox, Error> {
        let mut command = Command::new(&self.program);
        command
            .current_dir(&self.root)
            .args(["--listen", "127.0.0.1:0", "--print-credentials"])
            .args(POPULATION)
            .args(run.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let process = command.spawn().map_err(|source| Error::Run {
            what: NAME.to_owned(),
            source,
        })?;
        let mut sandbox = Sandbox {
            process,
            base_url: String::new(),
            credential: String::new(),
        };
        let said = sandbox.process.stdout.take();
        for line in said
            .into_iter()
            .flat_map(|said| BufReader::new(said).lines())
        {
            let line = line.map_err(|error| failed(error.to_string()))?;
            if let Some(url) = line.strip_prefix("listening on ") {
                url.clone_into(&mut sandbox.base_url);
                break;
            }
            // Ann comes first.
            if let Some(credential) = line.trim_start().strip_prefix(run.printed)
                && sandbox.credential.is_empty()
            {
                credential.clone_into(&mut sandbox.credential);
            }
        }
        if sandbox.base_url.is_empty() || sandbox.credential.is_empty() {
            return Err(failed(format!(
                "it did not say where it listens, or no credential for {}",
                run.scheme
            )));
        }
        Ok(sandbox)
    }
}

/// A running sandbox; dropping it ends it.
#[derive(Debug)]
pub(super) struct Sandbox {
    process: Child,
    pub(super) base_url: String,
    pub(super) credential: String,
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn failed(message: impl Into<String>) -> Error {
    Error::Failed {
        what: NAME.to_owned(),
        message: message.into(),
    }
}
