//! A server that is measured: its start, its memory, its processor time.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::load;
use crate::error::Error;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is asked meanwhile.
const INTERVAL: Duration = Duration::from_millis(1);

/// How a server is started.
#[derive(Clone, Debug)]
pub(super) struct Start {
    pub(super) program: PathBuf,
    pub(super) arguments: Vec<String>,
    /// The option that names the port, and what stands before the port.
    pub(super) port: (&'static str, &'static str),
    /// How a line on stdout begins that says that it is ready, if one does.
    pub(super) ready: Option<&'static str>,
    /// What is asked first.
    pub(super) request: String,
}

/// A running server; dropping it ends it.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    pub(super) address: SocketAddr,
    /// From the start of the process to the line, if there is one.
    pub(super) ready_ms: Option<f64>,
    /// From the start of the process to the end of the first answer.
    pub(super) answered_ms: f64,
}

impl Process {
    /// Starts a server and waits for its first answer, whatever that is.
    pub(super) fn start(start: &Start, folder: &Path) -> Result<Self, Error> {
        let failed = |message: String| Error::Failed {
            what: start.program.display().to_string(),
            message,
        };
        let address = free().map_err(|error| failed(error.to_string()))?;
        let (option, before) = start.port;
        let mut command = Command::new(&start.program);
        command
            .args(&start.arguments)
            .args([option, &format!("{before}{}", address.port())])
            .current_dir(folder)
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        match start.ready {
            Some(_) => command.stdout(Stdio::piped()),
            None => command.stdout(Stdio::null()),
        };
        let since = Instant::now();
        let child = command.spawn().map_err(|source| Error::Run {
            what: start.program.display().to_string(),
            source,
        })?;
        let mut process = Self {
            child,
            address,
            ready_ms: None,
            answered_ms: 0.0,
        };
        if let (Some(ready), Some(said)) = (start.ready, process.child.stdout.take()) {
            let mut lines = BufReader::new(said).lines().map_while(Result::ok);
            if !lines.any(|line| line.starts_with(ready)) {
                return Err(failed("it does not say that it is ready".to_owned()));
            }
            process.ready_ms = Some(since.elapsed().as_secs_f64() * 1000.0);
        }
        while let Err(error) = load::once(address, &start.request) {
            if since.elapsed() > PATIENCE {
                return Err(failed(format!("it does not answer: {error}")));
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

/// A port of this machine that nobody has at the moment.
fn free() -> std::io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}
