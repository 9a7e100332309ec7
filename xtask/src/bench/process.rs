//! A server that is measured: its start, its memory, its processor time.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::load::{Load, PATIENCE};
use crate::error::Error;

/// How often a server is asked until it answers.
const INTERVAL: Duration = Duration::from_millis(1);

/// A running server; dropping it ends it.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    pub(super) address: SocketAddr,
    /// From the start of the process to the end of the first answer.
    pub(super) answered_ms: f64,
}

impl Process {
    /// Starts a server and waits for its first answer.
    ///
    /// `{port}` in an argument becomes a free port.
    pub(super) fn start(command: &[String], folder: &Path, request: &Load) -> Result<Self, Error> {
        let run = |source| Error::unstarted(command.join(" "))(source);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(run)?;
        let address = listener.local_addr().map_err(run)?;
        drop(listener);
        let port = address.port().to_string();
        let mut words = command.iter().map(|word| word.replace("{port}", &port));
        let since = Instant::now();
        let child = Command::new(words.next().unwrap_or_default())
            .args(words)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(run)?;
        let mut process = Self {
            child,
            address,
            answered_ms: 0.0,
        };
        while let Err(error) = request.send(address, 1) {
            if since.elapsed() > PATIENCE {
                return Err(run(error));
            }
            thread::sleep(INTERVAL);
        }
        process.answered_ms = since.elapsed().as_secs_f64() * 1000.0;
        Ok(process)
    }

    /// Its resident memory in MB, where the system tells.
    pub(super) fn resident_mb(&self) -> Option<f64> {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(path).ok()?;
        let mut lines = status.lines();
        let kib = lines.find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kib: f64 = kib.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kib * 1024.0 / 1e6)
    }

    /// The processor time of its threads in milliseconds, where the system tells.
    pub(super) fn cpu_ms(&self) -> Option<f64> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.child.id())).ok()?;
        let nanoseconds = threads.map(|thread| {
            let path = thread.ok()?.path().join("schedstat");
            let text = fs::read_to_string(path).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        });
        Some(nanoseconds.flatten().sum::<f64>() / 1e6)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
