//! A program that says where it listens, and goes on.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use crate::error::Error;

/// What comes before the address.
const LISTENING: &str = "listening on ";

/// Where a program says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// On its standard output.
    Output,
    /// On its standard error.
    Complaints,
}

/// A running program; dropping it ends it.
pub(super) struct Listener {
    name: String,
    process: Child,
    url: String,
    said: BufReader<Box<dyn Read>>,
}

impl Listener {
    /// Starts a program and waits until it listens.
    pub(super) fn start(mut command: Command, voice: Voice) -> Result<Self, Error> {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null());
        match voice {
            Voice::Output => command.stdout(Stdio::piped()),
            Voice::Complaints => command.stderr(Stdio::piped()),
        };
        let mut process = command.spawn().map_err(|source| Error::Run {
            what: name.clone(),
            source,
        })?;
        let said: Option<Box<dyn Read>> = match voice {
            Voice::Output => process.stdout.take().map(|it| Box::new(it) as _),
            Voice::Complaints => process.stderr.take().map(|it| Box::new(it) as _),
        };
        let mut listener = Self {
            name,
            process,
            url: String::new(),
            said: BufReader::new(said.unwrap_or_else(|| Box::new(std::io::empty()))),
        };
        let mut line = String::new();
        let read = listener.said.read_line(&mut line);
        read.map_err(|error| listener.failed(error.to_string()))?;
        let Some((_, url)) = line.trim_end().split_once(LISTENING) else {
            return Err(listener.failed(format!("it does not say where it listens: {line}")));
        };
        url.clone_into(&mut listener.url);
        Ok(listener)
    }

    /// Where it listens.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Waits until it has ended by itself; what else it said.
    pub(super) fn rest(mut self) -> Result<String, Error> {
        let mut rest = String::new();
        let read = self.said.read_to_string(&mut rest);
        read.map_err(|error| self.failed(error.to_string()))?;
        Ok(rest)
    }

    fn failed(&self, message: String) -> Error {
        Error::Failed {
            what: self.name.clone(),
            message,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
