//! One run of a suite: with a good command, or with one thing wrong.

use std::env;
use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use super::suite::Suite;
use super::witness::Witness;
use crate::error::Error;

/// What is done with a suite, and what has to come of it.
#[derive(Debug)]
pub(super) struct Trial {
    name: &'static str,
    command: Given,
    /// Whether the process of the tests is killed.
    killed: bool,
    /// Whether the tests pass.
    passes: bool,
    /// How many processes are started at least.
    starts: usize,
    /// What the tests have to say.
    says: &'static str,
}

/// What the suite finds in place of the command.
#[derive(Debug)]
enum Given {
    /// The command itself, on the `PATH`.
    Good,
    /// Nothing.
    Missing,
    /// A line of shell.
    Wrong(&'static str),
}

/// Every trial.
pub(super) const TRIALS: [Trial; 5] = [
    Trial {
        name: "good",
        command: Given::Good,
        killed: false,
        passes: true,
        starts: 1,
        says: "2 ",
    },
    Trial {
        name: "missing",
        command: Given::Missing,
        killed: false,
        passes: false,
        starts: 0,
        says: "set OPENTACT_SANDBOX to its path",
    },
    Trial {
        name: "broken",
        command: Given::Wrong("echo a made-up reason >&2; exit 1"),
        killed: false,
        passes: false,
        starts: 1,
        says: "a made-up reason",
    },
    Trial {
        name: "silent",
        command: Given::Wrong("exec sleep 600"),
        killed: false,
        passes: false,
        starts: 1,
        says: "was not ready within 10 seconds",
    },
    Trial {
        name: "killed",
        command: Given::Good,
        killed: true,
        passes: false,
        starts: 1,
        says: "",
    },
];

impl Trial {
    /// Runs the suite, and holds its end against what is expected.
    pub(super) fn run(&self, suite: &Suite, folder: &Path, binary: &Path) -> Result<(), Error> {
        let good = format!("exec '{}' \"$@\"", binary.display());
        let witness = Witness::new(
            folder,
            match self.command {
                Given::Wrong(line) => line,
                Given::Good | Given::Missing => &good,
            },
        )?;
        let log = folder.join(format!("{}.log", self.name));
        let write = |source| Error::Write {
            file: log.display().to_string(),
            source,
        };
        let out = File::create(&log).map_err(write)?;
        let mut command = suite.command(folder, self.killed);
        command
            .env_remove("OPENTACT_SANDBOX")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(out.try_clone().map_err(write)?)
            .stderr(out);
        match self.command {
            Given::Good => {
                let bin = witness.script.parent().map(Path::to_owned);
                let path = env::var_os("PATH").unwrap_or_default();
                let path = bin.into_iter().chain(env::split_paths(&path));
                command.env("PATH", env::join_paths(path).unwrap_or_default());
            }
            Given::Wrong(_) => {
                command.env("OPENTACT_SANDBOX", &witness.script);
            }
            Given::Missing => {
                command.env("OPENTACT_SANDBOX", folder.join("no-such-program"));
            }
        }
        let status = command.status().map_err(|source| Error::Run {
            what: suite.name.to_owned(),
            source,
        })?;
        let started = witness
            .gone()
            .map_err(|error| self.failed(suite, &log, &error))?;
        let said = fs::read_to_string(&log).map_err(write)?;
        let wrong = if status.success() != self.passes {
            format!("it ended with {status}")
        } else if started < self.starts {
            "no sandbox was started".to_owned()
        } else if !said.contains(self.says) {
            format!("it does not say `{}`", self.says)
        } else {
            return Ok(());
        };
        Err(self.failed(suite, &log, &wrong))
    }

    fn failed(&self, suite: &Suite, log: &Path, why: &dyn std::fmt::Display) -> Error {
        Error::Failed {
            what: format!("{} ({})", suite.name, self.name),
            message: format!("{why}: see {}", log.display()),
        }
    }
}
