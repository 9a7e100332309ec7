//! Processes that share a session, each started, told and heard by its pipes.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

/// Processes that share a session. They are killed when this is dropped.
#[derive(Debug)]
pub struct Fleet(Vec<Member>);

#[derive(Debug)]
struct Member {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

#[expect(
    clippy::expect_used,
    reason = "a test ends where its fleet does not sail"
)]
impl Fleet {
    /// Starts that many processes of that program with these arguments, under a mask that takes no
    /// mode away from the files that they make.
    pub fn start(members: usize, program: &str, arguments: &[&str]) -> Self {
        Self::start_in(members, program, arguments, None)
    }

    /// The same, where the certificates in that file are those of the system.
    pub fn start_trusting(
        members: usize,
        program: &str,
        arguments: &[&str],
        certificates: &Path,
    ) -> Self {
        Self::start_in(members, program, arguments, Some(certificates))
    }

    fn start_in(
        members: usize,
        program: &str,
        arguments: &[&str],
        certificates: Option<&Path>,
    ) -> Self {
        let start = || {
            let mut process = Command::new("sh")
                .args(["-c", "umask 000; exec \"$0\" \"$@\"", program])
                .args(arguments)
                .envs(certificates.map(|path| ("SSL_CERT_FILE", path)))
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("the process starts");
            let input = process.stdin.take().expect("a pipe");
            let output = BufReader::new(process.stdout.take().expect("a pipe"));
            Member {
                process,
                input,
                output,
            }
        };
        Self((0..members).map(|_| start()).collect())
    }

    /// Writes a line to each.
    pub fn say(&mut self, line: &str) {
        for member in &mut self.0 {
            writeln!(member.input, "{line}").expect("the process listens");
        }
    }

    /// Reads a line from each, and waits for it.
    pub fn hear(&mut self) -> Vec<Value> {
        let hear = |member: &mut Member| {
            let mut line = String::new();
            member.output.read_line(&mut line).expect("a line");
            serde_json::from_str(&line).expect("JSON, unless the process has failed")
        };
        self.0.iter_mut().map(hear).collect()
    }

    /// Reads from each what came of its calls: how many there were in all. None may have failed.
    pub fn calls(&mut self) -> u64 {
        let count = |outcome: &Value| {
            assert_eq!(outcome["failures"], serde_json::json!({}));
            outcome["calls"].as_u64().expect("a number")
        };
        self.hear().iter().map(count).sum()
    }

    /// Kills all, as a machine that fails does.
    pub fn kill(&mut self) {
        for member in &mut self.0 {
            member.process.kill().expect("the process is killed");
            member.process.wait().expect("the process ends");
        }
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        for member in &mut self.0 {
            // It may have ended by itself.
            let _ = member.process.kill();
            let _ = member.process.wait();
        }
    }
}
