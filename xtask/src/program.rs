//! A program that a task runs to its end.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::Error;

/// A program about to be run.
#[derive(Debug)]
pub(crate) struct Program {
    name: String,
    command: Command,
}

/// How a program ended, and what it said.
#[derive(Debug)]
pub(crate) struct Outcome {
    name: String,
    pub(crate) succeeded: bool,
    pub(crate) said: String,
    complained: String,
}

impl Program {
    /// A program, to be run in that folder.
    pub(crate) fn new(name: &str, folder: &Path) -> Self {
        let mut command = Command::new(name);
        command.current_dir(folder);
        let name = Path::new(name).file_name().unwrap_or_default();
        Self {
            name: name.to_string_lossy().into_owned(),
            command,
        }
    }

    /// Git, to be run in that folder and for its repository.
    pub(crate) fn git(folder: &Path) -> Self {
        let mut git = Self::new("git", folder);
        // A hook that runs this has set them, maybe for another repository.
        for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"] {
            git.command.env_remove(variable);
        }
        git
    }

    pub(crate) fn args<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn paths<'a>(mut self, paths: impl IntoIterator<Item = &'a PathBuf>) -> Self {
        self.command.args(paths);
        self
    }

    pub(crate) fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Shows what it complains of as it does, which is its progress, instead of keeping it.
    pub(crate) fn with_progress(mut self) -> Self {
        self.command.stderr(Stdio::inherit());
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Result<Outcome, Error> {
        let ended = self.command.output();
        let output = ended.map_err(Error::unstarted(&self.name))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(Outcome {
            name: self.name,
            succeeded: output.status.success(),
            said: text(&output.stdout),
            complained: text(&output.stderr),
        })
    }
}

impl Outcome {
    /// What it said and complained of, however it ended.
    pub(crate) fn everything(&self) -> String {
        format!("{}{}", self.said, self.complained)
    }

    /// What it said, if it ended well.
    pub(crate) fn succeeding(self) -> Result<String, Error> {
        if self.succeeded {
            return Ok(self.said);
        }
        Err(Error::failed(&self.name, self.everything()))
    }

    /// What it said and complained of, if it ended well; `what` is what failed if it did not.
    pub(crate) fn succeeding_at(self, what: &str) -> Result<String, Error> {
        let message = self.everything();
        if self.succeeded {
            return Ok(message);
        }
        Err(Error::failed(what, message))
    }

    /// What it said and complained of, if it ended badly as it should.
    pub(crate) fn failing(self) -> Result<String, Error> {
        let everything = self.everything();
        if !self.succeeded {
            return Ok(everything);
        }
        Err(Error::failed(
            self.name,
            format!("it ended well, and should not have:\n{everything}"),
        ))
    }
}
