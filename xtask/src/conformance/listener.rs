//! A program that says where it listens, and goes on.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use crate::error::Error;

/// What comes before the address.
const LISTENING: &str = "listening on ";

/// A running program; dropping it ends it.
pub(super) struct Listener {
    process: Child,
    /// What it said before.
    pub(super) said: String,
    /// Where it listens.
    pub(super) url: String,
    rest: BufReader<Box<dyn Read>>,
}

impl Listener {
    /// Starts a program and waits until it listens, as it says where it has a pipe.
    pub(super) fn start(command: &mut Command) -> Result<Self, Error> {
        let name = command.get_program().to_string_lossy().into_owned();
        let spawned = command.stdin(Stdio::null()).spawn();
        let mut process = spawned.map_err(Error::unstarted(&name))?;
        let pipe: Box<dyn Read> = match (process.stdout.take(), process.stderr.take()) {
            (Some(output), _) => Box::new(output),
            (None, Some(complaints)) => Box::new(complaints),
            (None, None) => Box::new(io::empty()),
        };
        let mut listener = Self {
            process,
            said: String::new(),
            url: String::new(),
            rest: BufReader::new(pipe),
        };
        loop {
            let mut line = String::new();
            let length = listener.rest.read_line(&mut line);
            if length.map_err(|error| Error::failed(&name, error))? == 0 {
                let message = format!("it does not say where it listens: {}", listener.said);
                return Err(Error::failed(&name, message));
            }
            if let Some((_, url)) = line.trim_end().split_once(LISTENING) {
                url.clone_into(&mut listener.url);
                return Ok(listener);
            }
            listener.said.push_str(&line);
        }
    }

    /// Waits until it has ended by itself; what else it said.
    pub(super) fn rest(mut self) -> Result<String, Error> {
        let mut rest = String::new();
        let read = self.rest.read_to_string(&mut rest);
        read.map_err(|error| Error::failed(&self.url, error))?;
        Ok(rest)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
