//! The command as another program starts it: with `--json`, and the line that it then prints.

use std::{process::Stdio, time::Duration};

use reqwest::Client;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_opentact-sandbox");
/// More than anything takes that goes well.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A running command; dropping it kills what was started.
pub(crate) struct Launched {
    pub(crate) child: Child,
    pub(crate) ready: Value,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Launched {
    /// Starts the command on a free port with these flags, and waits until it answers.
    pub(crate) async fn with(flags: &[&str]) -> Self {
        let mut command = Command::new(BINARY);
        let free = ["--json", "--listen", "127.0.0.1:0"];
        let free = match flags.contains(&"--listen") {
            true => &free[..1],
            false => &free,
        };
        command.args(free).args(flags);
        Self::of(command).await
    }

    /// Starts a program that starts the command.
    pub(crate) async fn of(mut command: Command) -> Self {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true);
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        Self {
            child,
            ready: serde_json::from_str(&line).unwrap(),
            lines,
        }
    }

    pub(crate) fn base_url(&self) -> &str {
        self.ready["base_url"].as_str().unwrap()
    }

    pub(crate) fn address(&self) -> &str {
        self.base_url().strip_prefix("http://").unwrap()
    }

    pub(crate) fn control_url(&self) -> &str {
        self.ready["control_url"].as_str().unwrap()
    }

    /// The status of a login with Basic.
    pub(crate) async fn login(&self, email: &str, password: &str) -> u16 {
        let request = Client::new().get(format!("{}/rest/auth", self.base_url()));
        let request = request.basic_auth(email, Some(password));
        request.send().await.unwrap().status().as_u16()
    }

    /// Sends a signal to the process that was started.
    pub(crate) async fn signal(&self, signal: &str) {
        kill(signal, &self.child.id().unwrap().to_string()).await;
    }

    /// What else is said on stdout until nobody is there who could say something.
    pub(crate) async fn rest(&mut self) -> Option<Vec<String>> {
        let rest = async {
            let mut rest = Vec::new();
            while let Some(line) = self.lines.next_line().await.unwrap() {
                rest.push(line);
            }
            rest
        };
        timeout(PATIENCE, rest).await.ok()
    }

    /// What the process ends with.
    pub(crate) async fn code(&mut self) -> Option<i32> {
        let status = timeout(PATIENCE, self.child.wait()).await;
        status.unwrap().unwrap().code()
    }
}

pub(crate) async fn kill(signal: &str, id: &str) {
    let status = Command::new("kill").args([signal, id]).status();
    assert!(status.await.unwrap().success());
}
