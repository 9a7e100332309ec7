//! A Redis of the test's own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// How often a port is tried: somebody may take it between its choice and its use.
const ATTEMPTS: usize = 5;

/// A Redis on a free port of loopback that keeps nothing on disk, and is killed when this is dropped.
#[derive(Debug)]
pub struct RedisServer {
    folder: TempDir,
    port: u16,
    settings: Vec<String>,
    process: Child,
}

#[expect(
    clippy::expect_used,
    reason = "a test ends where its Redis does not start"
)]
impl RedisServer {
    /// Starts a Redis.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts a Redis with further settings, as its command line takes them.
    pub fn start_with(settings: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings: Vec<_> = settings.iter().map(ToString::to_string).collect();
        let started = (0..ATTEMPTS).find_map(|_| {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
            let port = listener.local_addr().expect("an address").port();
            drop(listener);
            Some((port, spawn(&folder, port, &settings)?))
        });
        let (port, process) = started.expect("`redis-server` starts on a free port");
        Self {
            folder,
            port,
            settings,
            process,
        }
    }

    /// Starts a Redis that speaks TLS alone, with that certificate and its key, in PEM.
    pub fn start_with_tls(certificate: &Path, key: &Path) -> Self {
        let (certificate, key) = (certificate.to_str(), key.to_str());
        Self::start_with(&[
            "--tls-cert-file",
            certificate.expect("a path in UTF-8"),
            "--tls-key-file",
            key.expect("a path in UTF-8"),
            "--tls-auth-clients",
            "no",
        ])
    }

    /// Its address, without a password.
    pub fn url(&self) -> String {
        let scheme = if speaks_tls(&self.settings) {
            "rediss"
        } else {
            "redis"
        };
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Kills it, as a power cut does (`SIGKILL`): all that it kept is lost.
    pub fn kill(&mut self) {
        self.process.kill().expect("Redis is killed");
        self.process.wait().expect("Redis ends");
    }

    /// Starts it again on the same port, with nothing in it.
    pub fn restart(&mut self) {
        self.kill();
        let process = spawn(&self.folder, self.port, &self.settings);
        self.process = process.expect("`redis-server` starts again on its port");
    }

    /// What it answers to a command in one line, as it comes over the wire.
    pub fn tell(&self, command: &str) -> String {
        let mut stream =
            TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("Redis listens");
        write!(stream, "{command}\r\nQUIT\r\n").expect("Redis reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("Redis answers");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn speaks_tls(settings: &[String]) -> bool {
    settings.iter().any(|setting| setting == "--tls-cert-file")
}

/// A Redis that takes connections; `None` if it ended instead.
#[expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends where its Redis does not start"
)]
fn spawn(folder: &TempDir, port: u16, settings: &[String]) -> Option<Child> {
    let (plain, tls) = if speaks_tls(settings) {
        (0, port)
    } else {
        (port, 0)
    };
    let process = Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--port", &plain.to_string()])
        .args(["--tls-port", &tls.to_string()])
        .args(["--save", "", "--appendonly", "no", "--dir"])
        .arg(folder.path())
        .args(settings)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn();
    let mut process = process.unwrap_or_else(|cause| {
        panic!("`redis-server` cannot be run ({cause}); install it: `apt-get install redis-server`")
    });
    let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines();
    let is_ready = |line: &String| line.contains("Ready to accept connections");
    if lines
        .by_ref()
        .map_while(Result::ok)
        .any(|line| is_ready(&line))
    {
        // Whatever else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        return Some(process);
    }
    process.wait().expect("Redis ends");
    None
}
