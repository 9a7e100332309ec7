//! A sandbox that tells what it saw, as a program of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::error::Error;

pub(super) const WITNESS: &str = "witness";

/// A running sandbox; dropping it ends it.
#[derive(Debug)]
pub(super) struct World {
    child: Child,
    said: Option<BufReader<ChildStdout>>,
    /// Where the sandbox is and which credentials it takes.
    pub(super) file: PathBuf,
    pub(super) secrets: Vec<String>,
}

impl World {
    /// Starts a sandbox and writes down where it is.
    pub(super) fn start(program: &Path, file: PathBuf) -> Result<Self, Error> {
        let mut child = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Error::unstarted(WITNESS))?;
        let said = child.stdout.take().map(BufReader::new);
        let mut world = Self {
            child,
            said,
            file,
            secrets: Vec::new(),
        };
        let line = world.line()?;
        world.secrets = secrets(&line);
        fs::write(&world.file, line.to_string()).map_err(Error::unwritten(&world.file))?;
        Ok(world)
    }

    /// Ends the sandbox; the requests that it has answered.
    pub(super) fn end(mut self) -> Result<Vec<Value>, Error> {
        drop(self.child.stdin.take());
        let mut account = self.line()?;
        if let Some(violation) = account["violations"].get(0) {
            return Err(Error::failed("the sandbox", violation));
        }
        match account["requests"].take() {
            Value::Array(requests) => Ok(requests),
            _ => Err(Error::failed(WITNESS, "it tells of no requests")),
        }
    }

    fn line(&mut self) -> Result<Value, Error> {
        let mut line = String::new();
        if let Some(said) = &mut self.said {
            let read = said.read_line(&mut line);
            read.map_err(|error| Error::failed(WITNESS, error))?;
        }
        serde_json::from_str(&line).map_err(|error| Error::failed(WITNESS, error))
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // It ends by itself when its input does, and it may have ended already.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
        let _ = fs::remove_file(&self.file);
    }
}

/// The credentials, of Basic's the password.
fn secrets(world: &Value) -> Vec<String> {
    let credentials = world["credentials"].as_object();
    let values = credentials.into_iter().flat_map(|all| all.values());
    let secret = |value: &str| match value.split_once(':') {
        Some((_, password)) => password.to_owned(),
        None => value.to_owned(),
    };
    values.filter_map(Value::as_str).map(secret).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_password_is_secret_and_the_address_is_not() {
        let world = json!({"credentials": {"basic": "a@b:word", "jwt": "x"}});
        assert_eq!(secrets(&world), ["word", "x"]);
    }
}
