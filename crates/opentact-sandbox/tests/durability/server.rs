//! The process that is killed.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

/// What to run instead of what was built for the test.
static COMMAND: OnceLock<PathBuf> = OnceLock::new();

/// Runs this as the sandbox from now on.
pub(crate) fn run(command: PathBuf) {
    COMMAND.set(command).unwrap();
}

/// The sandbox on a file.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    address: Option<SocketAddr>,
}

impl Server {
    /// Starts it without waiting until it listens.
    pub(crate) fn spawn(file: &Path, users: usize) -> Self {
        let built = || env!("CARGO_BIN_EXE_opentact-sandbox").into();
        let mut command = Command::new(COMMAND.get_or_init(built));
        command
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(file);
        command.args(["--default-token-ttl", "31536000", "--jwt-ttl", "31536000"]);
        for number in 0..users {
            command.args(["--user", &format!("{}:{PASSWORD}", email(number))]);
        }
        let child = command
            .stdout(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            child,
            address: None,
        }
    }

    /// Starts it and waits until it listens.
    pub(crate) fn start(file: &Path, users: usize) -> Self {
        let mut server = Self::spawn(file, users);
        let lines = BufReader::new(server.child.stdout.take().unwrap()).lines();
        let address = lines
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("listening on http://")?.parse().ok());
        assert!(address.is_some(), "the sandbox does not start");
        server.address = address;
        server
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address.unwrap()
    }

    /// How much memory it has, in KiB; `None` where the system does not tell.
    pub(crate) fn resident_kib(&self) -> Option<u64> {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// Ends it as `kill -9` does, and waits until it is gone.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        let ended = self.child.wait().unwrap();
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::process::ExitStatusExt::signal(&ended),
            Some(9),
            "the sandbox ended by itself: {ended}"
        );
        #[cfg(not(unix))]
        drop(ended);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The password of every user.
pub(crate) const PASSWORD: &str = "made up";

/// The e-mail of a user.
pub(crate) fn email(number: usize) -> String {
    format!("writer-{number}@example.com")
}
