//! The sandbox that tells what it saw, as a program of its own.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Instant;

use serde_json::Value;

use super::Progress;
use super::failure::Failure;
use super::phase::does_not_start;
use super::place::Place;
use super::steps::Seen;

const WITNESS: &str = "the witness's line";

/// The program that serves and tells.
#[derive(Debug)]
pub(super) struct Witness {
    program: PathBuf,
}

impl Witness {
    /// Builds the program.
    pub(super) fn build(root: &Path, progress: Progress<'_>) -> Result<Self, Failure> {
        let begun = Instant::now();
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .current_dir(root)
            // As `cargo test --workspace` builds it, so that it is built once.
            .args(["build", "--quiet", "--workspace", "--tests"])
            .args(["--message-format", "json"])
            .stderr(Stdio::inherit());
        let output = cargo
            .output()
            .map_err(|source| does_not_start(&cargo, source))?;
        let messages = String::from_utf8_lossy(&output.stdout);
        let program = messages
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|message| message["target"]["name"] == "witness")
            .filter(|message| message["profile"]["test"] == false)
            .find_map(|message| message["executable"].as_str().map(PathBuf::from))
            .ok_or_else(|| Failure::form("the witness", "it was not built"))?;
        let seconds = begun.elapsed().as_secs_f32();
        progress(&format!("witness: build, {seconds:.1} s"));
        Ok(Self { program })
    }

    /// Starts a sandbox and writes down where it is.
    pub(super) fn start(&self, place: &Place) -> Result<World, Failure> {
        let mut command = Command::new(&self.program);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|source| does_not_start(&command, source))?;
        let said = child.stdout.take().map(BufReader::new);
        let mut world = World {
            child,
            said,
            secrets: Vec::new(),
            file: place.path("world.json"),
        };
        let line = world.line()?;
        world.secrets = secrets(&line);
        fs::write(&world.file, line.to_string()).map_err(Failure::file(&world.file))?;
        Ok(world)
    }
}

/// A running sandbox; dropping it ends it.
#[derive(Debug)]
pub(super) struct World {
    child: Child,
    said: Option<BufReader<ChildStdout>>,
    secrets: Vec<String>,
    /// Where the sandbox is and which credentials it takes.
    pub(super) file: PathBuf,
}

impl World {
    /// The text without any credential of this world.
    pub(super) fn redacted(&self, text: &str) -> String {
        let mask = |text: String, secret: &String| text.replace(secret, "[credential]");
        self.secrets.iter().fold(text.to_owned(), mask)
    }

    /// Ends the sandbox, which tells what it saw.
    pub(super) fn end(mut self) -> Result<Vec<Seen>, Failure> {
        drop(self.child.stdin.take());
        let line = self.line()?;
        let violations = line["violations"].as_array().map(Vec::as_slice);
        if let Some([first, ..]) = violations {
            return Err(Failure::form("an answer of the sandbox", first));
        }
        let requests = line["requests"].as_array().map(Vec::as_slice);
        Ok(requests.unwrap_or_default().iter().map(Seen::of).collect())
    }

    fn line(&mut self) -> Result<Value, Failure> {
        let mut line = String::new();
        if let Some(said) = &mut self.said {
            said.read_line(&mut line)
                .map_err(|error| Failure::form(WITNESS, error))?;
        }
        serde_json::from_str(&line).map_err(|error| Failure::form(WITNESS, error))
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

/// The credentials, and the parts of Basic's.
fn secrets(world: &Value) -> Vec<String> {
    let credentials = world["credentials"].as_object();
    let values = credentials.into_iter().flat_map(|all| all.values());
    let mut secrets: Vec<String> = values
        .filter_map(Value::as_str)
        .flat_map(|value| value.split(':').skip(usize::from(value.contains(':'))))
        .map(str::to_owned)
        .collect();
    secrets.sort();
    secrets.dedup();
    secrets
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_password_is_secret_and_the_address_is_not() {
        let world = json!({"credentials": {"basic": "a@b:word", "jwt": "x", "jwtQuery": "x"}});
        assert_eq!(secrets(&world), ["word", "x"]);
    }
}
